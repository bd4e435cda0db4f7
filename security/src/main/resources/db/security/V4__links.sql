-- Links that people were sent by mail: each once, for a time, and of each kind only the newest.
create table security.link (
    id text not null,
    user_id text not null,
    purpose text not null,
    -- SHA-256 of the token in the link.
    token_hash bytea not null,
    -- The token for the mail, encrypted with a key that is derived from the master key.
    sealed bytea not null,
    -- HMAC of the address that the link proves; null where it proves none.
    address bytea,
    expires_at timestamptz not null,
    constraint link_pk primary key (id),
    constraint link_newest unique (user_id, purpose),
    constraint link_token unique (token_hash)
);
