-- Work in the background, what imports leave behind, whose a file is, and what has happened to a lineup since.

-- What a task needs to be carried out and, cut off, to be taken up again; on whose behalf it is.
alter table task
  add column input jsonb not null default '{}',
  -- how far it has come, as its last step kept it
  add column place jsonb,
  -- counts those who took it up: what an earlier one still does is refused
  add column attempt integer not null default 0,
  add column user_id text not null,
  add column supplier_id text,
  add column started_at timestamptz,
  add check (state in ('waiting', 'running', 'done', 'failed', 'cancelled'));
create index task_open on task (created_at, id) where state in ('waiting', 'running');
create index task_project on task (org_id, project_id, created_at desc, id);
create policy own_supplier on task as restrictive using
  ((select current_supplier()) is null or supplier_id = (select current_supplier()));

-- Wakes workers and tells whoever follows. A task changes once for each of its batches, so that this costs the commands nothing.
create function tell_task() returns trigger language plpgsql as $$
begin
  perform pg_notify('haixuan_task', json_build_object('org', new.org_id, 'id', new.id, 'kind', new.kind,
    'project', new.project_id, 'supplier', new.supplier_id, 'state', new.state, 'done', new.done, 'of', new.of)::text);
  return null;
end
$$;
create trigger task_told after insert or update of state, done on task for each row execute function tell_task();

-- P2 · A row of a list that was not taken in, and why.
create table import_fault (
  org_id text not null,
  task_id text not null,
  row integer not null,
  field text not null,
  reason jsonb not null,
  primary key (org_id, task_id, row),
  foreign key (org_id, task_id) references task (org_id, id) on delete cascade
);
alter table import_fault enable row level security;
create policy own_organisation on import_fault using (org_id = (select current_org()));
create policy not_for_suppliers on import_fault as restrictive using ((select current_supplier()) is null);
grant select, insert, update, delete on import_fault to haixuan_app;

-- The same bytes may be the organisation's and a supplier's: neither learns of the other.
alter table file add column owner text generated always as (coalesce(supplier_id, '')) stored;
alter table file drop constraint file_pkey, add primary key (org_id, sha256, owner);
create index file_newest on file (org_id, stored_at desc, sha256);

-- The day up to which a project past its stream was looked at for rules that begin or end.
alter table project add column rechecked_on date;
create index project_past on project (day) where closed_at is null;

-- I9 · Who had a hand in a lineup: none of them releases it. Whether slots were changed by hand since it was proposed, and
-- products whose gates came out otherwise since it was proposed or released.
alter table lineup
  add column authors text[] not null default '{}',
  add column edited boolean not null default false,
  add column changed text[] not null default '{}';

-- Marks what gates say now of products in the lineup of a project: `states` is {"product": "state"}. One that is not
-- passed takes a release back. It sees the lineup also for a supplier's account, which does not.
create function mark_lineup(project text, states jsonb) returns void language sql security definer set search_path = public as $$
  with told as (
    select l.org_id, l.project_id,
      jsonb_agg(case when states ? coalesce(s ->> 'product', '')
        then s || jsonb_build_object('released', states ->> (s ->> 'product') = 'passed') else s end order by n) as slots,
      array_agg(s ->> 'product') filter (where states ? coalesce(s ->> 'product', '')) as changed,
      bool_or(coalesce(states ->> (s ->> 'product'), 'passed') <> 'passed') as held
    from lineup l, jsonb_array_elements(l.body -> 'slots') with ordinality as e (s, n)
    where l.org_id = current_org() and l.project_id = project
    group by l.org_id, l.project_id
  )
  update lineup l set
    body = jsonb_set(l.body, '{slots}', t.slots),
    released = (select count(*) from jsonb_array_elements(t.slots) s where (s -> 'released')::boolean),
    changed = (select array_agg(distinct c order by c) from unnest(l.changed || t.changed) c),
    released_by = case when t.held then null else l.released_by end,
    released_at = case when t.held then null else l.released_at end,
    version = l.version + 1
  from told t
  where l.org_id = t.org_id and l.project_id = t.project_id and t.changed is not null
$$;
revoke execute on function mark_lineup(text, jsonb) from public;
grant execute on function mark_lineup(text, jsonb) to haixuan_app;
