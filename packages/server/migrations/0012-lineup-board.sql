-- I9 · The settings a lineup was proposed by, all filled in, and the candidates it chose from with their figures: what an
-- arrangement by hand is judged by until the lineup is proposed anew.
alter table lineup add column plan jsonb;
create table lineup_candidate (
  org_id text not null,
  project_id text not null,
  product_id text not null,
  -- the most points it has in any role, phases aside: the strongest come first
  points integer not null,
  body jsonb not null,
  primary key (org_id, project_id, product_id),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);
create index lineup_candidate_points on lineup_candidate (org_id, project_id, points desc, product_id);
alter table lineup_candidate enable row level security;
create policy own_organisation on lineup_candidate using (org_id = (select current_org()));
create policy not_for_suppliers on lineup_candidate as restrictive using ((select current_supplier()) is null);
grant select, insert, update, delete on lineup_candidate to haixuan_app;
