-- Whom a transaction answers, for the policies of the projections' tables: rows of somebody else are not there for it,
-- whatever it asks. Each query says who asks (io.taskledger.query.ReadersTransaction); what says nothing is shown nothing.

create function readmodel.reader() returns text
    language sql stable parallel safe
    return nullif(current_setting('taskledger.reader', true), '');
comment on function readmodel.reader() is
    'the id of the person who is answered; * where the product itself asks; null where nobody has said';

create function readmodel.reads_all() returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('taskledger.reader', true), '') = '*';

-- The policies of one projection need what another one tells. Which version of it is live changes, and each release may have
-- its own, so all that are live count. As the owner, or they would ask the policies again. What is found is kept until the
-- transaction ends, with the name of whom it was found for: every table in every statement asks.
create function readmodel.readers_workspaces() returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    person constant text not null default coalesce(readmodel.reader(), '');
    kept constant text not null default coalesce(current_setting('taskledger.workspaces', true), '');
    found text[] not null default array['ws-' || substr(person, length('user-') + 1)];
    one text;
begin
    if starts_with(kept, person || ':') then
        return string_to_array(substr(kept, length(person) + 2), ',');
    end if;
    for one in
        select nspname from readmodel.live_version join pg_namespace on nspname = projection || '_v' || version
        where projection = 'workspaces'
    loop
        execute format('select $1 || array(select workspace_id from %I.member where user_id = $2)', one)
            into found using found, person;
    end loop;
    perform set_config('taskledger.workspaces', person || ':' || array_to_string(found, ','), true);
    return found;
end
$$;
comment on function readmodel.readers_workspaces() is 'the reader''s own and those of teams that they belong to';

create function readmodel.shared_with_reader() returns text[]
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    person constant text not null default coalesce(readmodel.reader(), '');
    kept constant text not null default coalesce(current_setting('taskledger.shared', true), '');
    found text[] not null default '{}';
    one text;
begin
    if starts_with(kept, person || ':') then
        return string_to_array(substr(kept, length(person) + 2), ',');
    end if;
    for one in
        select nspname from readmodel.live_version join pg_namespace on nspname = projection || '_v' || version
        where projection = 'tasks'
    loop
        execute format('select $1 || array(select task_id from %I.share where user_id = $2)', one)
            into found using found, person;
    end loop;
    perform set_config('taskledger.shared', person || ':' || array_to_string(found, ','), true);
    return found;
end
$$;
comment on function readmodel.shared_with_reader() is 'the tasks that others share with the reader';

create function readmodel.readers_email() returns text
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    person constant text not null default coalesce(readmodel.reader(), '');
    found text;
    one text;
begin
    for one in
        select nspname from readmodel.live_version join pg_namespace on nspname = projection || '_v' || version
        where projection = 'accounts'
        order by version
    loop
        execute format('select coalesce((select lower(email) from %I.account where id = $1), $2)', one)
            into found using person, found;
    end loop;
    return found;
end
$$;
comment on function readmodel.readers_email() is 'in small letters, as invitations are looked for by it';
