-- I2, S2 · Lists that suppliers are screened against, and notices of papers that lapse.

-- What kind of supplier it is, for lists that ask.
alter table supplier add column kind text generated always as (body ->> 'kind') stored;
-- the day on which the first of its papers lapses, as of its last change
alter table supplier add column paper_until date;
create index supplier_papers on supplier (org_id, paper_until, id);
create index supplier_lapses on supplier (org_id, lapses, id);

-- I2 · A list of parties as the organisation uploaded it last: OFAC's SDN, the UN's consolidated list. Former ones stand
-- in the log.
create table screening_list (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  day date not null,
  files jsonb not null,
  parties integer not null,
  names integer not null,
  adopted_by text not null,
  adopted_at timestamptz not null,
  primary key (org_id, id)
);

-- S2 · A paper that came within a threshold of the day it lapses on: told once for each.
create table paper_notice (
  org_id text not null references organisation,
  supplier_id text not null,
  kind text not null,
  paper text not null,
  until date not null,
  threshold integer not null,
  name jsonb not null,
  project_id text,
  product_id text,
  raised_at timestamptz not null,
  primary key (org_id, supplier_id, kind, paper, until, threshold)
);
create index paper_notice_until on paper_notice (org_id, until, supplier_id);

-- The day up to which an organisation's papers were looked at.
alter table organisation add column papers_seen_on date;

do $$
declare
  t text;
begin
  foreach t in array array['screening_list', 'paper_notice']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('grant select, insert, update, delete on %I to haixuan_app', t);
  end loop;
  create policy not_for_suppliers on screening_list as restrictive using ((select current_supplier()) is null);
  create policy own_supplier on paper_notice as restrictive using
    ((select current_supplier()) is null or supplier_id = (select current_supplier()));
end
$$;
