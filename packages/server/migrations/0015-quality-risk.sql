-- S1, S2 · Lots as a list, nonconformities from containment to effect, and what risk indicators have read so far.

-- A lot as its product's facts hold it, with the verdict by the sampling tables: written whenever the product is decided.
create table lot (
  org_id text not null,
  project_id text not null,
  product_id text not null,
  id text not null,
  supplier_id text not null,
  class text,
  units integer not null,
  severity text not null,
  verdict text not null check (verdict in ('waiting', 'second-sample', 'accepted', 'refused')),
  -- put up again under another number: that one stands for it
  superseded boolean not null,
  -- nonconforming units of all classes, and units taken
  nonconforming integer not null,
  sampled integer not null,
  -- attributes that differ from the sealed sample
  differences integer not null,
  body jsonb not null,
  -- the day of its inspection, or of its record while it waits
  at timestamptz not null,
  primary key (org_id, project_id, product_id, id),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);
create index lot_newest on lot (org_id, at desc, id);
create index lot_supplier on lot (org_id, supplier_id, class, at);

-- What an organisation has agreed for lots of a supplier and class (ISO 2859-1 clauses 9.3.3 and 9.4).
create table inspection_term (
  org_id text not null,
  supplier_id text not null,
  class text not null,
  version integer not null,
  reduced boolean not null,
  -- lots before this moment count for no switching; those after it begin tightened
  resumed_at timestamptz,
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, supplier_id, class),
  foreign key (org_id) references organisation
);

create table nonconformity (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  project_id text not null,
  product_id text not null,
  supplier_id text not null,
  lot_id text,
  class text not null check (class in ('critical', 'major', 'minor')),
  what text not null,
  body jsonb not null,
  -- the step owed next, by whom, until when; nothing once it is closed
  next text check (next in ('containment', 'cause', 'action', 'effect')),
  owner text,
  due date,
  steps_due integer not null default 0,
  steps_in_time integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);
create index nonconformity_newest on nonconformity (org_id, created_at desc, id);
create index nonconformity_due on nonconformity (org_id, due, id) where due is not null;
create index nonconformity_supplier on nonconformity (org_id, supplier_id);
create unique index nonconformity_of_lot on nonconformity (org_id, project_id, product_id, lot_id)
  where lot_id is not null and next is not null;

-- S2 · What an indicator has read, kept for the line it draws; without a product it is the project's.
create table indicator_reading (
  org_id text not null,
  project_id text not null,
  product_id text not null default '',
  indicator text not null,
  at timestamptz not null,
  events bigint not null,
  trials bigint not null,
  low double precision not null,
  high double precision not null,
  state text not null check (state in ('quiet', 'alert', 'hold')),
  primary key (org_id, project_id, product_id, indicator, at),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);

-- Products that have lots already are decided again, which writes the list.
update product set recheck_on = current_date where jsonb_array_length(coalesce(facts -> 'lots', '[]')) > 0;

do $$
declare
  t text;
begin
  foreach t in array array['lot', 'inspection_term', 'nonconformity', 'indicator_reading']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('grant select, insert, update, delete on %I to haixuan_app', t);
  end loop;
  foreach t in array array['lot', 'nonconformity', 'inspection_term']
  loop
    execute format('create policy own_supplier on %I as restrictive using
      ((select current_supplier()) is null or supplier_id = (select current_supplier()))', t);
  end loop;
  foreach t in array array['indicator_reading']
  loop
    execute format('create policy not_for_suppliers on %I as restrictive using ((select current_supplier()) is null)', t);
  end loop;
  revoke update, delete on indicator_reading from haixuan_app;
end
$$;
