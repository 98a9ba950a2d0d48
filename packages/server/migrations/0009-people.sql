-- What people say to each other about records, what each is told, and how each likes to see things.

-- Said of a record. A comment that was taken back keeps its place and loses its text.
create table comment (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  kind text not null,
  project_id text not null default '',
  subject text not null,
  text text not null,
  mentions text[] not null default '{}',
  user_id text not null,
  author text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  primary key (org_id, id)
);
create index comment_of on comment (org_id, kind, project_id, subject, created_at, id);

-- What one person is told in the application. `once` keeps the same from being told twice.
create table notification (
  org_id text not null references organisation,
  id bigint generated always as identity,
  user_id text not null,
  kind text not null,
  about jsonb not null,
  facts jsonb not null default '{}',
  once text,
  at timestamptz not null,
  read_at timestamptz,
  primary key (org_id, id)
);
create index notification_newest on notification (org_id, user_id, id desc);
create index notification_unread on notification (org_id, user_id) where read_at is null;
create unique index notification_once on notification (org_id, user_id, once) where once is not null;

-- A view of a list that a person keeps: its filters, sort and columns as a query string; others see it when it is shared.
create table saved_view (
  org_id text not null references organisation,
  id text not null,
  user_id text not null,
  list text not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index saved_view_of_list on saved_view (org_id, list, name);

-- Language, theme, columns: of one person in one organisation.
create table preference (
  org_id text not null references organisation,
  user_id text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  primary key (org_id, user_id)
);

create function current_person() returns text language sql stable parallel safe
  return nullif(current_setting('haixuan.user', true), '');

do $$
declare
  t text;
begin
  foreach t in array array['comment', 'notification', 'saved_view', 'preference']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('grant select, insert, update, delete on %I to haixuan_app', t);
  end loop;
  create policy not_for_suppliers on comment as restrictive using ((select current_supplier()) is null);
  foreach t in array array['notification', 'preference']
  loop
    execute format('create policy own_person on %I as restrictive using (user_id = (select current_person()))', t);
  end loop;
  -- a shared view is seen by those of the house, and changed by whose it is
  create policy seen on saved_view as restrictive for select using
    (user_id = (select current_person()) or (shared and (select current_supplier()) is null));
  create policy changed on saved_view as restrictive for update using (user_id = (select current_person()));
  create policy removed on saved_view as restrictive for delete using (user_id = (select current_person()));
  create policy kept on saved_view as restrictive for insert with check (user_id = (select current_person()));
end
$$;

-- Tells people of an organisation something, by account or by role, but not who caused it. Where nobody has the role, its
-- owners are told. It reaches those the asker does not see, such as members for a supplier's account.
create function tell_people(org text, kind text, users text[], names text[], to_roles text[], but text, about jsonb, facts jsonb, once text,
  at timestamptz) returns void language sql security definer set search_path = public as $$
  insert into notification (org_id, user_id, kind, about, facts, once, at)
  select org, m.user_id, kind, about, facts, once, at
  from member m
  where m.org_id = org and (current_org() is null or current_org() = org) and m.name is distinct from but
    and (m.user_id = any (users) or m.name = any (names) or (m.supplier_id is null and (m.roles && to_roles or (cardinality(to_roles) > 0
      and 'owner' = any (m.roles)
      and not exists (select 1 from member o where o.org_id = org and o.supplier_id is null and o.roles && to_roles)))))
  on conflict do nothing
$$;
revoke execute on function tell_people from public;
grant execute on function tell_people to haixuan_app;

-- A task that has ended is told to whoever started it. A system's task has no person.
create function tell_task_ended() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform tell_people(new.org_id, 'task-' || new.state, array[new.user_id], '{}', '{}', null,
    jsonb_strip_nulls(jsonb_build_object('kind', 'task', 'id', new.id, 'project', new.project_id)),
    jsonb_build_object('task', new.kind), 'task:' || new.id, new.finished_at);
  return null;
end
$$;
create trigger task_ended after update of state on task for each row
  when (new.state in ('done', 'failed') and old.state is distinct from new.state and new.finished_at is not null)
  execute function tell_task_ended();

-- Whoever follows is told that there is something new for them, and asks for it.
create function tell_notification() returns trigger language plpgsql as $$
begin
  perform pg_notify('haixuan_notification', json_build_object('org', new.org_id, 'user', new.user_id, 'id', new.id,
    'kind', new.kind)::text);
  return null;
end
$$;
create trigger notification_told after insert on notification for each row execute function tell_notification();
