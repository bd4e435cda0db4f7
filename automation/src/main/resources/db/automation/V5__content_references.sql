-- Which contents of files are named, and by what. A content that nothing names is collected from the store. Made from all
-- events, the first on; ids and digests only.
create table automation.content_reference (
    holder text not null,
    sha256 text not null,
    task_id text,
    account_id text not null,
    position bigint not null,
    constraint content_reference_pk primary key (holder)
);

create index content_reference_sha256 on automation.content_reference (sha256);
create index content_reference_task on automation.content_reference (task_id);
create index content_reference_account on automation.content_reference (account_id);

comment on column automation.content_reference.holder is 'id of a file, or of the account whose picture it is';
comment on column automation.content_reference.task_id is 'whose file it is; null for a picture';
comment on column automation.content_reference.account_id is 'who attached it, or whose picture it is';
comment on column automation.content_reference.position is 'of the event that says so: an older one changes nothing';
