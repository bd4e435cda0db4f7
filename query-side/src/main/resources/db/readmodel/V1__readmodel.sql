create schema if not exists readmodel;

-- Which version of each projection is live. A version is a schema: tasks_v1, tasks_v2, …
create table readmodel.live_version (
    projection text not null,
    version integer not null,
    shape text not null,
    since timestamptz not null default now(),
    constraint live_version_pk primary key (projection)
);

comment on column readmodel.live_version.shape is 'SHA-256 of the DDL that made the version, hexadecimal';
