-- S2, S3, T1, T3, T4 · On air, risk, rules, results, after-sales, and who is told of what happened.

-- What an organisation has decided for itself, such as from which amount a refund needs two persons.
create table organisation_setting (
  org_id text not null references organisation,
  name text not null,
  version integer not null,
  value jsonb not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, name)
);

-- S3 · A stream on air. `slots` is the domain's Show; what happened is in live_entry.
create table live_show (
  org_id text not null,
  project_id text not null,
  version integer not null,
  slots jsonb not null,
  started_by text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (org_id, project_id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);

-- T3 · What came back for a product: counts by name, the newest import of each standing for all before it.
create table product_result (
  org_id text not null,
  project_id text not null,
  product_id text not null,
  counts jsonb not null,
  updated_at timestamptz not null,
  primary key (org_id, project_id, product_id),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);

-- S2 · An indicator above its threshold, until a person has closed it. Without a product it is the project's.
create table alert (
  org_id text not null,
  id text not null,
  version integer not null,
  project_id text not null,
  product_id text,
  indicator text not null,
  level text not null check (level in ('alert', 'hold')),
  reading jsonb not null,
  owner text not null,
  due date not null,
  state text not null check (state in ('open', 'acknowledged', 'closed')),
  acknowledged_by text,
  closed_by text,
  reason text,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
create unique index alert_standing on alert (org_id, project_id, coalesce(product_id, ''), indicator) where state <> 'closed';
create index alert_due on alert (org_id, state, due, id);

-- S2 · Goods called back: which products in which projects, and why.
create table recall (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  reason text not null,
  sought jsonb not null,
  products jsonb not null,
  state text not null check (state in ('open', 'closed')),
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  outcome text,
  primary key (org_id, id)
);
create index product_gtin on product (org_id, (listing ->> 'gtin')) where listing ->> 'gtin' is not null;
create index product_sku on product (org_id, sku) where sku is not null;

-- T1 · Rules of the organisation: each version stands as it was published.
create table management_rule (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  title text not null,
  body jsonb not null,
  people text[] not null,
  roles text[] not null,
  published date not null,
  published_by text not null,
  newest boolean not null default true,
  primary key (org_id, id, version)
);
create unique index management_rule_newest on management_rule (org_id, id) where newest;
create table rule_acknowledgement (
  org_id text not null,
  rule_id text not null,
  version integer not null,
  name text not null,
  at timestamptz not null,
  primary key (org_id, rule_id, version, name),
  foreign key (org_id, rule_id, version) references management_rule (org_id, id, version)
);
create table rule_breach (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  rule_id text not null,
  rule_version integer not null,
  person text not null,
  body jsonb not null,
  state text not null check (state in ('recorded', 'appealed', 'upheld', 'lifted')),
  recorded_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, rule_id, rule_version) references management_rule (org_id, id, version)
);
create index rule_breach_newest on rule_breach (org_id, created_at desc, id);

-- T4 · The buyer is a person whose data is sealed; `lookup` are keyed hashes by which the same person is found again.
alter table person_key add column lookup bytea[] not null default '{}';
create index person_key_lookup on person_key using gin (lookup);
alter table after_sales_case
  add column person text,
  add column sealed bytea,
  add column order_lookup bytea,
  add column kind text not null,
  add column market text not null,
  add column currency text not null,
  add column total_minor bigint not null default 0,
  add column steps jsonb not null default '{}',
  add foreign key (org_id, person) references person_key (org_id, person);
create index after_sales_case_newest on after_sales_case (org_id, created_at desc, id);
create index after_sales_case_due on after_sales_case (org_id, due, id) where due is not null;
create index after_sales_case_order on after_sales_case (org_id, order_lookup) where order_lookup is not null;
create index after_sales_case_person on after_sales_case (org_id, person);
create index after_sales_case_product on after_sales_case (org_id, project_id, product_id);
create index suggestion_newest on suggestion (org_id, created_at desc, id);

-- A receiver follows the sealed log from `position`; `url` tells its origin alone, the whole address is sealed.
alter table receiver add column name text not null, add column position bigint not null;
alter table delivery
  add column type text not null,
  add column created_at timestamptz not null,
  add unique (org_id, receiver_id, event_id);
create index delivery_due on delivery (next_at) where next_at is not null;
create index delivery_newest on delivery (org_id, id desc);

-- The secret address of a member's calendar; only its hash is kept.
create table calendar_token (
  org_id text not null references organisation,
  user_id text not null,
  hash bytea not null unique,
  created_at timestamptz not null,
  primary key (org_id, user_id)
);

do $$
declare
  t text;
begin
  foreach t in array array['organisation_setting', 'live_show', 'product_result', 'alert', 'recall', 'management_rule',
    'rule_acknowledgement', 'rule_breach', 'calendar_token']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('create policy not_for_suppliers on %I as restrictive using ((select current_supplier()) is null)', t);
    execute format('grant select, insert, update, delete on %I to haixuan_app', t);
  end loop;
  -- what was published and signed stays as it was
  revoke delete on management_rule, rule_acknowledgement from haixuan_app;
  revoke update on rule_acknowledgement from haixuan_app;
end
$$;
