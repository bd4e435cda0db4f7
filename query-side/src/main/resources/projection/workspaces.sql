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

-- What there is for whoever is answered: the second wall, behind the scope in each query. The product's own sessions
-- keep all rows (policies of app's Grants), and the owner's know no policies.
alter table invitation enable row level security;
create policy seen on invitation for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[])
    or lower(email) = (select readmodel.readers_email()));

alter table workspace enable row level security;
create policy seen on workspace for select using (
    (select readmodel.reads_all())
    or id = any ((select readmodel.readers_workspaces())::text[])
    or exists (select from invitation i where i.workspace_id = workspace.id));

alter table list enable row level security;
create policy seen on list for select using (
    (select readmodel.reads_all())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[]));

alter table member enable row level security;
create policy seen on member for select using (
    (select readmodel.reads_all())
    or user_id = (select readmodel.reader())
    or workspace_id = any ((select readmodel.readers_workspaces())::text[]));

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
