-- One row an account.
create table account (
    id text not null,
    username text not null,
    email text not null,
    email_verified boolean not null,
    instance_admin boolean not null,
    display_name text,
    zone text,
    language text,
    -- Digest of the picture in the store of files.
    picture text,
    mail boolean not null,
    -- Which mails are wanted, as MailKind stores them.
    mail_kinds text[] not null,
    quiet_from time,
    quiet_to time,
    -- Null: nothing was ever said of mail.
    preferences_at timestamptz,
    created_at timestamptz not null,
    position bigint not null
);

-- indexes: made after the rows
alter table account add constraint account_pk primary key (id);
