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
