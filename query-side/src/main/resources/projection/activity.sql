-- One row a thing that somebody did.
create table entry (
    id text not null,
    position bigint not null,
    -- Of a task, an account or a workspace.
    stream text not null,
    -- Whose task or account it is; null for what is done to a workspace.
    owner text,
    -- Whose key protects the texts in details, and whose the task's title in there.
    subject text,
    title_subject text,
    actor text,
    -- What an imported file calls who did it.
    imported_actor text,
    via text,
    action text not null,
    resource_type text not null,
    resource_id text not null,
    task_id text,
    -- JSON, as text: keys in their order, and whatever people typed.
    details text not null,
    happened_at timestamptz not null,
    -- What a person did at once; and where that takes another action back or does it again, which, and 'undoes' or 'redoes'.
    action_id text,
    compensates text,
    compensation text
);
-- One row a task that there ever was: who may look, and what the next entry tells of it.
create table task (
    id text not null,
    owner text not null,
    workspace_id text not null,
    subject text not null,
    title text not null,
    priority smallint not null,
    due_date date,
    tags text[] not null,
    completed boolean not null,
    in_trash boolean not null,
    -- The entry that further events of the same action belong to.
    open_entry text,
    open_action text,
    position bigint not null
);
-- One row a person whom a task is shared with.
create table share (
    id text not null,
    task_id text not null,
    user_id text not null
);
-- One row a member of a workspace.
create table member (
    id text not null,
    workspace_id text not null,
    user_id text not null
);
-- One row an account that was deleted.
create table erased (
    id text not null
);
-- One row a person whom an event concerns who did not do it. Whether they see the task that it is about is asked when
-- it is read.
create table notification (
    id text not null,
    position bigint not null,
    -- Of a task or a workspace.
    stream text not null,
    recipient text not null,
    kind text not null,
    actor text,
    task_id text,
    workspace_id text,
    -- The comment, or the invitation.
    part text,
    happened_at timestamptz not null
);
-- One row a notification that a person has read, and one up to which they have read all.
create table notification_read (
    id text not null,
    user_id text not null,
    position bigint not null,
    -- Whether all before it are read too.
    everything boolean not null
);

-- What there is for whoever is answered: the second wall, behind the scope in each query. The product's own sessions
-- keep all rows (policies of app's Grants), and the owner's know no policies.
alter table task enable row level security;
create policy seen on task for select using (
    (select readmodel.reads_all())
    or owner = (select readmodel.reader())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[])
    or id in (select unnest(readmodel.shared_with_reader())));

alter table entry enable row level security;
create policy seen on entry for select using (
    (select readmodel.reads_all())
    or actor = (select readmodel.reader())
    or owner = (select readmodel.reader())
    or stream = any ((select readmodel.readers_workspaces())::text[])
    or exists (select from task t where t.id = task_id));

alter table share enable row level security;
create policy seen on share for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader())
    or exists (select from task t where t.id = task_id));

alter table member enable row level security;
create policy seen on member for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[]));

alter table notification enable row level security;
create policy seen on notification for select using (
    (select readmodel.reads_all())
    or recipient = (select readmodel.reader()));

alter table notification_read enable row level security;
create policy seen on notification_read for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader()));

-- indexes: made after the rows
alter table entry add constraint entry_pk primary key (id);
create index entry_actor on entry (actor, happened_at desc, position desc);
create index entry_actor_kind on entry (actor, action, resource_type);
create index entry_owner_others on entry (owner, happened_at desc, position desc) where actor is distinct from owner;
create index entry_action on entry (action_id, task_id) where action_id is not null;
create index entry_compensates on entry (compensates, position) where compensates is not null;
-- The ids of actions sort by age.
create index entry_own_actions on entry (actor, action_id desc)
    where action_id is not null and compensates is null and task_id is not null;
create index entry_stream on entry (stream, happened_at desc, position desc);
alter table task add constraint task_pk primary key (id);
create index task_workspace on task (workspace_id) where not in_trash;
alter table share add constraint share_pk primary key (id);
create index share_user on share (user_id, task_id);
alter table member add constraint member_pk primary key (id);
create index member_user on member (user_id, workspace_id);
alter table erased add constraint erased_pk primary key (id);
alter table notification add constraint notification_pk primary key (id);
create index notification_recipient on notification (recipient, position desc);
create index notification_stream on notification (stream);
alter table notification_read add constraint notification_read_pk primary key (id);
create index notification_read_user on notification_read (user_id, position);
