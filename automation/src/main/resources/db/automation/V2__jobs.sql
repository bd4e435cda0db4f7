-- Work that the command line files: a running node takes it, one at a time and each only once.
create table automation.job (
    id text not null,
    kind text not null,
    arguments text not null,
    input bytea,
    filed_at timestamptz not null default clock_timestamp(),
    taken_by text,
    beat_at timestamptz,
    done integer not null default 0,
    total integer not null default 0,
    ended_at timestamptz,
    succeeded boolean,
    report text,
    constraint job_pk primary key (id)
);

create index job_waiting on automation.job (filed_at) where ended_at is null;

comment on column automation.job.arguments is 'JSON object';
comment on column automation.job.input is 'a file''s bytes; removed when the job has ended';
comment on column automation.job.beat_at is 'last sign of life of the node that took it';

-- Nodes that are running: who files a job looks here whether somebody will take it.
create table automation.node (
    id text not null,
    beat_at timestamptz not null,
    constraint node_pk primary key (id)
);
