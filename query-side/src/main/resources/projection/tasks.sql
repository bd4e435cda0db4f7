-- One row a task that exists. Made fresh in the schema of each version of this projection.
create table task (
    id text not null,
    owner text not null,
    title text not null,
    description text,
    priority smallint not null,
    due_date date,
    due_time time,
    tags text[] not null,
    completed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    position bigint not null,
    -- Total orders for keyset paging: no nulls, and letters before their case.
    title_order text not null generated always as (lower(title)) stored,
    due_order date not null generated always as (coalesce(due_date, date '9999-12-31')) stored,
    completed boolean not null generated always as (completed_at is not null) stored
);

-- indexes: made after the rows
alter table task add constraint task_pk primary key (id);
create index task_owner_created on task (owner, created_at, id);
create index task_owner_due on task (owner, due_order, id) where not completed;
create index task_owner_priority on task (owner, priority, id) where not completed;
create index task_owner_title on task (owner, title_order, id);
