-- One row a task, those in the trash included. Made fresh in the schema of each version of this projection.
-- What rows are counted and sorted by comes first, where the database finds it without looking at the texts before it.
create table task (
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    position bigint not null,
    share_count bigint not null,
    comment_count bigint not null,
    reminder_count bigint not null,
    priority smallint not null,
    completed boolean not null generated always as (completed_at is not null) stored,
    -- Total orders for keyset paging: no nulls, and letters before their case.
    due_order date not null generated always as (coalesce(due_date, date '9999-12-31')) stored,
    due_date date,
    due_time time,
    completed_at timestamptz,
    deleted_at timestamptz,
    owner text not null,
    workspace_id text not null,
    tags text[] not null,
    id text not null,
    list_id text not null,
    -- Places sort byte by byte.
    place text collate "C" not null,
    assignee text,
    title text not null,
    description text,
    title_order text not null generated always as (lower(title)) stored,
    priority_name text not null generated always as (coalesce((array['low', 'medium', 'high'])[priority], '')) stored
);

-- One row a task: its title, its tags and its description, folded, to be searched. Apart from the task's own row, since
-- a search looks at all of a workspace's, and since most that happens to a task leaves its words alone.
create table wording (
    id text not null,
    owner text not null,
    workspace_id text not null,
    in_trash boolean not null,
    -- When the task came into being, which lists are sorted by.
    created_at timestamptz not null,
    folded text not null,
    -- In bytes of what is folded.
    title_end bigint not null,
    tags_end bigint not null
);

-- One row a person whom a task is shared with.
create table share (
    id text not null,
    task_id text not null,
    user_id text not null,
    permission text not null,
    shared_at timestamptz not null,
    position bigint not null
);

create table comment (
    id text not null,
    task_id text not null,
    author text not null,
    -- What an imported file calls who wrote it.
    imported_author text,
    -- Whose the task is.
    owner text not null,
    content text not null,
    folded text not null,
    created_at timestamptz not null,
    updated_at timestamptz,
    position bigint not null
);

create table file (
    id text not null,
    task_id text not null,
    attached_by text not null,
    name text not null,
    content_type text not null,
    size bigint not null,
    sha256 text not null,
    attached_at timestamptz not null,
    position bigint not null
);

-- Of one of two kinds: some minutes before the due time, or at a time of some day before the due day.
create table reminder (
    id text not null,
    task_id text not null,
    user_id text not null,
    minutes_before bigint,
    days_before bigint,
    at_time time,
    set_at timestamptz not null,
    -- For which due time the person was told last.
    told_date date,
    told_time time,
    -- When they are to be told, as if they lived by UTC; null where they need not be.
    calls_at timestamptz,
    position bigint not null
);

-- What there is for whoever is answered: the second wall, behind the scope in each query. The product's own sessions
-- keep all rows (policies of app's Grants), and the owner's know no policies.
alter table task enable row level security;
create policy seen on task for select using (
    (select readmodel.reads_all())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[])
    or id in (select unnest(readmodel.shared_with_reader())));

alter table wording enable row level security;
create policy seen on wording for select using (
    (select readmodel.reads_all())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[])
    or id in (select unnest(readmodel.shared_with_reader())));

alter table share enable row level security;
create policy seen on share for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader())
    or exists (select from task t where t.id = task_id));

alter table comment enable row level security;
create policy seen on comment for select using (
    (select readmodel.reads_all())
    or owner = (select readmodel.reader())
    or exists (select from task t where t.id = task_id));

alter table file enable row level security;
create policy seen on file for select using (
    (select readmodel.reads_all())
    or attached_by = (select readmodel.reader())
    or exists (select from task t where t.id = task_id));

alter table reminder enable row level security;
create policy seen on reminder for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader()));

-- indexes: made after the rows
alter table task add constraint task_pk primary key (id);
alter table wording add constraint wording_pk primary key (id);
alter table share add constraint share_pk primary key (id);
alter table comment add constraint comment_pk primary key (id);
alter table file add constraint file_pk primary key (id);
alter table reminder add constraint reminder_pk primary key (id);
-- With what filters look at, so that they are counted without the rows; but for tags, which may be too long for an index.
create index task_owner_created on task (owner, created_at, id)
    include (workspace_id, completed, priority, due_date, due_order, due_time, share_count) where deleted_at is null;
create index task_owner_due on task (owner, due_order, id)
    include (workspace_id, completed, due_date, due_time) where deleted_at is null;
create index task_owner_priority on task (owner, priority, id)
    include (workspace_id, completed) where deleted_at is null;
create index task_owner_title on task (owner, title_order, id) where deleted_at is null;
create index task_workspace on task (workspace_id, created_at, id) where deleted_at is null;
create index task_list on task (list_id, place, id) where deleted_at is null;
create index task_assignee on task (assignee, due_order, id) where assignee is not null and deleted_at is null;
create index task_trash on task (workspace_id, deleted_at, id) where deleted_at is not null;
create index wording_workspace on wording (workspace_id) where not in_trash;
create index share_task on share (task_id);
create index share_user on share (user_id, task_id);
create index comment_owner on comment (owner);
create index comment_task on comment (task_id, id);
create index file_task on file (task_id, id);
create index file_content on file (sha256);
create index reminder_task on reminder (task_id, user_id);
create index reminder_calls on reminder (calls_at) where calls_at is not null;
-- Nearly all of somebody's tasks are in one workspace. Taken for chance, both conditions of a list would leave hardly a row, and
-- all rows would be read and sorted for its first page.
create statistics task_owner_workspace (dependencies) on owner, workspace_id from task;
