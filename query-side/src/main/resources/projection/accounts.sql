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

-- One row a tag that a person gave a colour to.
create table tag_colour (
    id text not null,
    user_id text not null,
    tag text not null,
    colour smallint not null
);

-- What there is for whoever is answered: the second wall, behind the scope in each query. The product's own sessions
-- keep all rows (policies of app's Grants), and the owner's know no policies.
alter table tag_colour enable row level security;
create policy seen on tag_colour for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader()));

-- indexes: made after the rows
alter table account add constraint account_pk primary key (id);
alter table tag_colour add constraint tag_colour_pk primary key (id);
create index tag_colour_user on tag_colour (user_id);
