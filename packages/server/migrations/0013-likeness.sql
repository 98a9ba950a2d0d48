-- I3–I8 · Products that no check can tell apart are judged once. A row holds one outcome for good: findings that come out
-- otherwise make another row, and products go over to it.
create table likeness (
  org_id text not null,
  project_id text not null,
  id uuid not null,
  supplier_id text not null,
  -- the version of the readers that what it stands on was read by; another one may read otherwise
  readers text not null,
  -- what decides which rules bind
  about jsonb not null,
  has_offer boolean not null,
  decision jsonb not null,
  -- with marks in place of a product's name and the words of its claims
  findings jsonb not null,
  primary key (org_id, project_id, id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
alter table likeness enable row level security;
create policy own_organisation on likeness using (org_id = (select current_org()));
create policy own_supplier on likeness as restrictive using
  ((select current_supplier()) is null or supplier_id = (select current_supplier()));
grant select, insert, update, delete on likeness to haixuan_app;
create index likeness_supplier on likeness (org_id, project_id, supplier_id, id);

-- What was decided before stays as it is until it is decided again, each product like itself alone.
insert into likeness (org_id, project_id, id, supplier_id, readers, about, has_offer, decision, findings)
  select org_id, project_id, md5(id)::uuid, supplier_id, '', '{}', false,
    jsonb_build_object('overall', state, 'gates', gates, 'markets', markets), findings
  from product where decided_at is not null;
alter table product add column likeness uuid;
update product set likeness = md5(id)::uuid where decided_at is not null;
alter table product drop column findings;
create index product_likeness on product (org_id, project_id, likeness);

-- A text as it stands between the quotes of JSON.
create function between_quotes(said text) returns text language sql immutable parallel safe
  return substr(to_json(said)::text, 2, length(to_json(said)::text) - 2);

-- The findings on a product, `p.findings`, as if it were a column: those on its likeness with its own name and words.
create function findings(p product) returns jsonb language plpgsql stable parallel safe as $$
declare
  told text;
  claim jsonb;
  n integer;
begin
  select l.findings::text into told from likeness l
    where l.org_id = p.org_id and l.project_id = p.project_id and l.id = p.likeness;
  if told is null then
    return '[]';
  end if;
  -- places first: words might hold what looks like one
  for claim, n in select c, i - 1 from jsonb_array_elements(p.claims) with ordinality as a (c, i) loop
    told := replace(told, (-1000000 - n)::text, claim ->> 'from');
    told := replace(told, (-2000000 - n)::text, claim ->> 'to');
  end loop;
  for claim, n in select c, i - 1 from jsonb_array_elements(p.claims) with ordinality as a (c, i) loop
    told := replace(told, chr(64977) || n || chr(64978), between_quotes(claim ->> 'words'));
  end loop;
  return replace(told, chr(64976), between_quotes(p.id))::jsonb;
end
$$;
