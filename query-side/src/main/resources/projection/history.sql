-- One row a task that there is: its latest version.
-- What rows are chosen and sorted by comes first, where the database finds it without looking at the texts before it.
create table task (
    created_at timestamptz not null,
    updated_at timestamptz not null,
    happened_at timestamptz not null,
    -- Sequence number in its stream of the event that made it.
    version bigint not null,
    position bigint not null,
    -- Position of the task's first event.
    began bigint not null,
    share_count bigint not null,
    comment_count bigint not null,
    priority smallint not null,
    due_date date,
    due_time time,
    completed_at timestamptz,
    deleted_at timestamptz,
    owner text not null,
    workspace_id text not null,
    task_id text not null,
    list_id text not null,
    -- Places sort byte by byte.
    place text collate "C" not null,
    assignee text,
    event text not null,
    actor text,
    -- What an imported file calls who did it.
    imported_actor text,
    via text,
    action_id text,
    -- Its texts: those of this version or of an earlier one.
    wording text not null,
    -- What these say, too: lists and figures look at those of thousands of tasks.
    subject text not null,
    tags text[] not null,
    title text not null,
    folded text not null
);
-- One row a version that is over, never changed: it held from its own event until the next one, which is not included.
create table past (
    like task,
    id text not null,
    until_position bigint not null,
    until_at timestamptz not null
);
alter table past drop column began, drop column subject, drop column tags, drop column title, drop column folded;
-- One row each time that a task's texts changed: all that people wrote is here.
create table wording (
    id text not null,
    task_id text not null,
    -- Whose key protects it.
    subject text not null,
    title text not null,
    description text,
    tags text[] not null,
    -- Title, tags and description, to be searched.
    folded text not null
);
-- One row a version that has a name.
create table version_name (
    -- The task's, a slash, the version's number.
    id text not null,
    task_id text not null,
    -- Whose key protects it.
    subject text not null,
    name text not null
);
-- One row an account that was deleted.
create table erased (
    id text not null
);
-- What versions are called, as far as it may be told.
create view told_name with (security_invoker = true) as
select n.id, case when e.id is null then n.name else '[erased]' end as name
from version_name n
left join erased e on e.id = n.subject;
-- All versions of all tasks, as far as they may be told. What holds still has no end.
create view version with (security_invoker = true) as
select v.*,
    case when e.id is null then w.title else '[erased]' end as title,
    case when e.id is null or w.description is null then w.description else '[erased]' end as description,
    case when e.id is null then w.tags else '{}' end as tags
from (
    select task_id, version, position, 9223372036854775807 as until_position, happened_at,
        timestamptz 'infinity' as until_at, event, actor, imported_actor, via, action_id, owner, workspace_id, list_id, place, priority,
        due_date, due_time, assignee, completed_at, deleted_at, share_count, comment_count, created_at, updated_at, wording
    from task
    union all
    select task_id, version, position, until_position, happened_at,
        until_at, event, actor, imported_actor, via, action_id, owner, workspace_id, list_id, place, priority,
        due_date, due_time, assignee, completed_at, deleted_at, share_count, comment_count, created_at, updated_at, wording
    from past) v
left join wording w on w.id = v.wording
left join erased e on e.id = w.subject;

-- What there is for whoever is answered: the second wall, behind the scope in each query. The product's own sessions
-- keep all rows (policies of app's Grants), and the owner's know no policies.
alter table task enable row level security;
create policy seen on task for select using (
    (select readmodel.reads_all())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[])
    or task_id in (select unnest(readmodel.shared_with_reader())));

alter table past enable row level security;
create policy seen on past for select using (
    (select readmodel.reads_all())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[])
    or exists (select from task t where t.task_id = past.task_id));

alter table wording enable row level security;
create policy seen on wording for select using (
    (select readmodel.reads_all())
    or subject = (select readmodel.reader())
    or subject = any ((select readmodel.readers_workspaces())::text[])
    or exists (select from task t where t.task_id = wording.task_id));

alter table version_name enable row level security;
create policy seen on version_name for select using (
    (select readmodel.reads_all())
    or exists (select from task t where t.task_id = version_name.task_id));

-- indexes: made after the rows
alter table task add constraint task_pk primary key (task_id);
alter table past add constraint past_pk primary key (id);
alter table wording add constraint wording_pk primary key (id);
alter table version_name add constraint version_name_pk primary key (id);
alter table erased add constraint erased_pk primary key (id);
-- No column that each event changes, so that most events touch no index of it.
create index task_owner on task (owner, created_at);
create index task_workspace on task (workspace_id);
create index task_created on task (created_at);
create unique index past_version on past (task_id, version);
-- Each task's version that was over next.
create index past_until on past (task_id, until_at, happened_at);
create index past_until_position on past (task_id, until_position, position);
create index past_workspace on past (workspace_id, task_id);
create index wording_task on wording (task_id);
create index version_name_task on version_name (task_id);
