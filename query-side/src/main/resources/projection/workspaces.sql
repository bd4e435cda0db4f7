-- One row a workspace. It alone tells how far the stream has been handled: the other tables follow it.
create table workspace (
    id text not null,
    owner text not null,
    personal boolean not null,
    name text,
    lists text[] not null,
    created_at timestamptz not null,
    version bigint not null,
    position bigint not null
);

-- One row a list, those that were removed included: tasks may still name them.
create table list (
    id text not null,
    workspace_id text not null,
    name text,
    place text not null,
    removed boolean not null
);

-- One row a person who belongs to a workspace now.
create table member (
    id text not null,
    workspace_id text not null,
    user_id text not null,
    role text not null
);

-- One row an invitation, answered or not. The address goes once it is.
create table invitation (
    id text not null,
    workspace_id text not null,
    user_id text,
    email text,
    role text not null,
    state text not null,
    invited_at timestamptz not null
);

-- indexes: made after the rows
alter table workspace add constraint workspace_pk primary key (id);
alter table list add constraint list_pk primary key (id);
create index list_workspace on list (workspace_id);
alter table member add constraint member_pk primary key (id);
create index member_workspace on member (workspace_id);
create index member_user on member (user_id, workspace_id);
alter table invitation add constraint invitation_pk primary key (id);
create index invitation_workspace on invitation (workspace_id) where state = 'open';
create index invitation_user on invitation (user_id) where state = 'open';
create index invitation_email on invitation (lower(email)) where state = 'open';
