-- What access tokens are signed with, on all nodes. The newest signs; the others verify until their last token has run out.
create table security.signing_key (
    -- SHA-256 of the public key (RFC 7638).
    kid text not null,
    -- Private key as JSON (RFC 7517), encrypted with a key that is derived from the master key.
    wrapped bytea not null,
    public_key text not null,
    made_at timestamptz not null,
    constraint signing_key_pk primary key (kid)
);

-- Keys that were derived from a master key which has been replaced since, and that must stay what they are.
create table security.inherited_key (
    purpose text not null,
    -- Encrypted with a key that is derived from the master key.
    wrapped bytea not null,
    constraint inherited_key_pk primary key (purpose)
);
