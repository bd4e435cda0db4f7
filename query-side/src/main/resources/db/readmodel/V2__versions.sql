-- Every version there ever was, so that no number is used twice. A version that is fed follows the ledger.
create table readmodel.version (
    projection text not null,
    version integer not null,
    shape text not null,
    fed boolean not null default false,
    made_at timestamptz not null default clock_timestamp(),
    retired_at timestamptz,
    dropped_at timestamptz,
    last_error text,
    constraint version_pk primary key (projection, version)
);

insert into readmodel.version (projection, version, shape, fed, made_at)
select projection, version, shape, true, since
from readmodel.live_version;

-- A node reads and feeds its own shape, so each shape has its pointer.
alter table readmodel.live_version
    drop constraint live_version_pk,
    add constraint live_version_pk primary key (projection, shape),
    add column before integer;

comment on column readmodel.live_version.before is 'the version that was live before: the one to roll back to';

create table readmodel.rebuild (
    id text not null,
    projection text not null,
    shape text not null,
    afterwards text not null,
    state text not null default 'WAITING',
    paused boolean not null default false,
    version integer not null default 0,
    node text,
    attempt integer not null default 0,
    asked_at timestamptz not null default clock_timestamp(),
    asked_by text,
    ended_at timestamptz,
    beat_at timestamptz,
    up_to bigint not null default 0,
    events_done bigint not null default 0,
    events_total bigint not null default 0,
    events_per_second double precision not null default 0,
    millis_left bigint,
    fold_millis bigint not null default 0,
    rest_millis bigint not null default 0,
    rows_made bigint not null default 0,
    difference_count bigint not null default 0,
    explained_count bigint not null default 0,
    differences text not null default '[]',
    failure text,
    regardless text,
    constraint rebuild_pk primary key (id)
);

-- One at a time, also while one is held.
create unique index rebuild_going_on on readmodel.rebuild (projection, shape)
    where state not in ('SWAPPED', 'VERIFIED', 'FAILED', 'CANCELLED');

comment on column readmodel.rebuild.fold_millis is 'how long the fold took, for the next one''s estimate; rest_millis: all after it';

-- Events that an operator left out of a projection for good: no version handles them.
create table readmodel.skipped_event (
    projection text not null,
    position bigint not null,
    reason text not null,
    skipped_at timestamptz not null default clock_timestamp(),
    constraint skipped_event_pk primary key (projection, position)
);
