-- I3, T2 · Findings that stand once in the log of a project, in an event of their own, for all decisions that name them by
-- their hash.
create table told_findings (
  org_id text not null,
  project_id text not null,
  -- SHA-256 (hex) of the canonical JSON of what the event tells
  hash text not null,
  findings jsonb not null,
  primary key (org_id, project_id, hash),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
alter table told_findings enable row level security;
create policy own_organisation on told_findings using (org_id = (select current_org()));
create policy not_for_suppliers on told_findings as restrictive using ((select current_supplier()) is null);
grant select, insert on told_findings to haixuan_app;
