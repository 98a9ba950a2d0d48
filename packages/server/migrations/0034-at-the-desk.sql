-- S3 · Who has a live desk open, each told anew every few seconds; of the moment, so neither in the log nor in a backup.
create unlogged table desk_presence (
  org_id text not null,
  project_id text not null,
  desk uuid not null,
  user_id text not null,
  name text not null,
  view text not null,
  seen_at timestamptz not null,
  primary key (org_id, project_id, desk),
  foreign key (org_id, project_id) references project on delete cascade
);
alter table desk_presence enable row level security;
create policy own_organisation on desk_presence using (org_id = (select current_org()));
create policy not_for_suppliers on desk_presence as restrictive using ((select current_supplier()) is null);
grant select, insert, update, delete on desk_presence to haixuan_app;
