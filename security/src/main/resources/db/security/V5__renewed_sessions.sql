-- What the person is shown of a session, so as to know it again: as little as does.
alter table security.session
    add column last_used_at timestamptz,
    -- Of the network that it was begun from, never of one machine.
    add column network text,
    -- Which program on which system, in a few words.
    add column device text;

-- When it was asked for the last time, to some minutes.
update security.session set last_used_at = created_at;
alter table security.session alter column last_used_at set not null;

create index session_by_end on security.session (expires_at);

-- What a program renews a session with. All those of a session are one family.
create table security.refresh_token (
    -- SHA-256 of the token.
    token_hash bytea       not null,
    session_id text        not null,
    issued_at  timestamptz not null,
    -- When it was exchanged for the next one; who comes with it later has it from somebody else.
    used_at    timestamptz,
    constraint refresh_token_pk primary key (token_hash),
    constraint refresh_token_of_session foreign key (session_id) references security.session (id) on delete cascade
);

create index refresh_token_by_session on security.refresh_token (session_id);
