-- M1, T2 · How many events of each type have their place in the log, of each project, and the newest of them: counted by the
-- sealer, with the places, so that no screen reads a million events to show a number.
create table sealed_count (
  org_id text not null,
  -- '' of what belongs to no project
  project_id text not null,
  type text not null,
  n bigint not null,
  -- the highest of their ids and the latest of their moments: those that are sealed last need not be the newest
  newest bigint not null,
  last_at timestamptz not null,
  primary key (org_id, project_id, type)
) with (fillfactor = 50);
alter table sealed_count enable row level security;
create policy own_organisation on sealed_count using (org_id = (select current_org()));
create policy not_for_suppliers on sealed_count as restrictive using (case when (select current_supplier()) is null then true
  else false end);
grant select on sealed_count to haixuan_app;
insert into sealed_count (org_id, project_id, type, n, newest, last_at)
  select l.org_id, coalesce(h.project_id, ''), h.type, count(*), max(h.id), max(h.at)
  from leaf l join happening h on h.org_id = l.org_id and h.id = l.event_id group by 1, 2, 3;

-- those that wait for their place are counted where they wait
grant select on unsealed to haixuan_app;
create policy not_read_by_suppliers on unsealed as restrictive for select using
  (case when (select current_supplier()) is null then true else false end);

-- All events by project and type, whether they have their place or wait for it.
create view event_count with (security_invoker = true) as
  select org_id, project_id, type, sum(n)::bigint as n, max(newest) as newest, max(last_at) as last_at
  from (
    select org_id, project_id, type, n, newest, last_at from sealed_count
    union all
    -- looked up one by one: what PostgreSQL last knew of a queue says nothing of its length
    select u.org_id, coalesce(h.project_id, ''), h.type, 1, h.id, h.at
    from unsealed u cross join lateral (
      select h.project_id, h.type, h.id, h.at from happening h where h.org_id = u.org_id and h.id = u.event_id offset 0
    ) h
  ) each
  group by org_id, project_id, type;
grant select on event_count to haixuan_app;

-- decisions on plans, which are few, among all others
create index event_of_plan on happening (org_id, project_id, id)
  where type = 'gate.decided' and body ->> 'about' = 'plan';
