-- Tokens that people make for their programs. Each stands for a session of its own, which ends it.
create table security.personal_token (
    session_id text   not null,
    name       text   not null,
    scopes     text[] not null,
    -- SHA-256 of the token.
    token_hash bytea  not null,
    constraint personal_token_pk primary key (session_id),
    constraint personal_token_hash unique (token_hash),
    constraint personal_token_of_session foreign key (session_id) references security.session (id) on delete cascade
);

-- Whose key is to be erased: asked in the transaction that deletes the account, done right after it, by any node.
create table security.erasure (
    subject  text        not null,
    asked_at timestamptz not null,
    done_at  timestamptz,
    constraint erasure_pk primary key (subject)
);

create index erasure_to_do on security.erasure (asked_at) where done_at is null;
