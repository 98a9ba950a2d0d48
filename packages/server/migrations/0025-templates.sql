-- I2, I3, I4, S2, S3, T4 · Letters an organisation wrote in place of the standard's; without texts it went back to them.
create table template (
  org_id text not null references organisation,
  kind text not null,
  version integer not null,
  texts jsonb,
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, kind)
);
alter table template enable row level security;
create policy own_organisation on template using (org_id = (select current_org()));
create policy not_for_suppliers on template as restrictive using ((select current_supplier()) is null);
grant select, insert, update on template to haixuan_app;
