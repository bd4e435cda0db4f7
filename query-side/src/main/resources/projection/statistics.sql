-- One narrow row a task that there ever was.
create table task (
    id text not null,
    owner text not null,
    -- The workspace where it is not the owner's own.
    team text,
    priority smallint not null,
    due_date date,
    due_time time,
    created_at timestamptz not null,
    completed_at timestamptz,
    -- Each once.
    tags text[] not null,
    shares smallint not null,
    in_trash boolean not null,
    position bigint not null
);
-- One row a comment that exists.
create table comment (
    id text not null,
    task_id text not null,
    author text not null
);
-- One row a member of a workspace.
create table member (
    id text not null,
    workspace_id text not null,
    user_id text not null
);

-- What there is for whoever is answered: the second wall, behind the scope in each query. The product's own sessions
-- keep all rows (policies of app's Grants), and the owner's know no policies.
alter table task enable row level security;
create policy seen on task for select using (
    (select readmodel.reads_all())
    or owner = (select readmodel.reader())
    or team = any ((select readmodel.readers_workspaces())::text[]));

alter table comment enable row level security;
create policy seen on comment for select using (
    (select readmodel.reads_all())
    or author = (select readmodel.reader())
    or exists (select from task t where t.id = task_id));

alter table member enable row level security;
create policy seen on member for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[]));

-- indexes: made after the rows
alter table task add constraint task_pk primary key (id);
create index task_owner on task (owner) where not in_trash;
create index task_owner_created on task (owner, created_at) where not in_trash;
create index task_owner_completed on task (owner, completed_at) where not in_trash and completed_at is not null;
-- Small: what one said is looked up in it.
create index task_trash on task (id) where in_trash;
alter table comment add constraint comment_pk primary key (id);
create index comment_author on comment (author);
alter table member add constraint member_pk primary key (id);
create index member_user on member (user_id, workspace_id);
