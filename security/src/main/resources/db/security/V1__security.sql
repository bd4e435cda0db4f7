-- What proves who somebody is. Never event-sourced: a row that is deleted here is gone.

create table security.credential (
    user_id       text        not null,
    username      text        not null,
    password_hash text        not null,
    changed_at    timestamptz not null,
    constraint credential_pk primary key (user_id)
);

create table security.session (
    id         text        not null,
    user_id    text        not null,
    username   text        not null,
    via        text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    constraint session_pk primary key (id),
    constraint session_of_credential foreign key (user_id) references security.credential (user_id) on delete cascade,
    constraint session_expires_later check (expires_at > created_at)
);

create index session_by_user on security.session (user_id, created_at desc);

-- One row: which master key this database was begun with.
create table security.key_check (
    id          text  not null,
    fingerprint bytea not null,
    constraint key_check_pk primary key (id),
    constraint key_check_only_master check (id = 'master')
);
