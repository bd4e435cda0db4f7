-- One row an account.
create table account (
    id text not null,
    username text not null,
    email text not null,
    email_verified boolean not null,
    instance_admin boolean not null,
    created_at timestamptz not null,
    position bigint not null
);

-- indexes: made after the rows
alter table account add constraint account_pk primary key (id);
