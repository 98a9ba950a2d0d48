-- F1 · What holds products that came out alike, without its words: counted by it where the findings themselves, told in two
-- languages, would have to be unpacked for each question.
create table alike_finding (
  org_id text not null,
  project_id text not null,
  likeness uuid not null,
  -- where it stands among the findings, from 1
  place integer not null,
  "check" text not null,
  clause text not null,
  gate text not null,
  owner text not null,
  due text,
  wrong boolean not null,
  statutory boolean not null,
  waived boolean not null,
  primary key (org_id, project_id, likeness, place),
  foreign key (org_id, project_id, likeness) references likeness (org_id, project_id, id) on delete cascade
);
alter table alike_finding enable row level security;
create policy own_organisation on alike_finding using (org_id = (select current_org()));
-- a supplier's account sees those of the outcomes it sees
create policy own_supplier on alike_finding as restrictive using ((select current_supplier()) is null or exists (
  select from likeness l where l.org_id = alike_finding.org_id and l.project_id = alike_finding.project_id
    and l.id = alike_finding.likeness));
grant select on alike_finding to haixuan_app;

create function keep_alike_findings() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    delete from alike_finding where org_id = new.org_id and project_id = new.project_id and likeness = new.id;
  end if;
  insert into alike_finding (org_id, project_id, likeness, place, "check", clause, gate, owner, due, wrong, statutory, waived)
  select new.org_id, new.project_id, new.id, place, f ->> 'check', f ->> 'clause', f ->> 'gate', f ->> 'owner', f ->> 'due',
    f ->> 'state' = 'wrong', coalesce((f -> 'statutory')::boolean, false), f -> 'waived' is not null
  from jsonb_array_elements(new.findings) with ordinality as found (f, place) where f ->> 'severity' = 'block';
  return null;
end
$$;
create trigger alike_findings_kept after insert or update of findings on likeness
  for each row execute function keep_alike_findings();
insert into alike_finding (org_id, project_id, likeness, place, "check", clause, gate, owner, due, wrong, statutory, waived)
  select org_id, project_id, id, place, f ->> 'check', f ->> 'clause', f ->> 'gate', f ->> 'owner', f ->> 'due',
    f ->> 'state' = 'wrong', coalesce((f -> 'statutory')::boolean, false), f -> 'waived' is not null
  from likeness, jsonb_array_elements(findings) with ordinality as found (f, place) where f ->> 'severity' = 'block';
