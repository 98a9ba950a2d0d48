-- The core: organisations and their members, the records of the four stages, the log, and what a retry needs.
-- Every table of an organisation begins its key with org_id and is guarded by row-level security (0002).

create table organisation (
  id text primary key,
  name text not null,
  created_at timestamptz not null default now()
);

-- A person of an organisation with the roles they hold; a supplier's account sees only its supplier.
create table member (
  org_id text not null references organisation,
  user_id text not null,
  name text not null,
  email text not null,
  roles text[] not null check (cardinality(roles) > 0),
  supplier_id text,
  created_at timestamptz not null default now(),
  primary key (org_id, user_id),
  check (('supplier' = any (roles)) = (supplier_id is not null))
);
create index member_user on member (user_id);

-- P1–P5 · A project: one plan for one stream. `plan` is the domain's Project.
create table project (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  plan jsonb not null,
  name text not null,
  day date not null,
  state text not null default 'open',
  gates jsonb not null default '{}',
  findings jsonb not null default '[]',
  closed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index project_day on project (org_id, day desc, id);

-- P3, I1, I2 · A supplier of the organisation. `body` is the domain's Supplier.
create table supplier (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  body jsonb not null,
  name text not null,
  country text not null,
  decision text,
  lapses date,
  search tsvector not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index supplier_name on supplier (org_id, name, id);
create index supplier_search on supplier using gin (search);

-- The supplier gate stands in a project: its markets, brands and tightening decide what is asked.
create table supplier_gate (
  org_id text not null,
  project_id text not null,
  supplier_id text not null,
  name text,
  brands text[] not null default '{}',
  state text not null,
  findings jsonb not null,
  owes text[] not null default '{}',
  recheck_on date,
  decided_at timestamptz not null,
  primary key (org_id, project_id, supplier_id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
create index supplier_gate_state on supplier_gate (org_id, project_id, state, supplier_id);
create index supplier_gate_of on supplier_gate (org_id, supplier_id);
create index supplier_gate_recheck on supplier_gate (recheck_on) where recheck_on is not null;

-- I3–I5 · A candidate product of a project: its listing, what people recorded of it, and where it stands.
create table product (
  org_id text not null,
  id text not null,
  project_id text not null,
  version integer not null,
  supplier_id text not null,
  listing jsonb not null,
  facts jsonb,
  title text not null,
  brand text,
  sku text,
  class text,
  confidence real,
  price_minor bigint,
  price_currency text,
  theme_fit real,
  role text,
  state text not null default 'conditional',
  gates jsonb not null default '{}',
  markets jsonb not null default '{}',
  findings jsonb not null default '[]',
  blocks integer not null default 0,
  warns integer not null default 0,
  owes text[] not null default '{}',
  claims jsonb not null default '[]',
  traits text[] not null default '{}',
  recheck_on date,
  search tsvector not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  decided_at timestamptz,
  primary key (org_id, project_id, id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
create index product_newest on product (org_id, project_id, created_at desc, id);
create index product_state on product (org_id, project_id, state, id);
create index product_title on product (org_id, project_id, title, id);
create index product_price on product (org_id, project_id, price_minor, id);
create index product_class on product (org_id, project_id, class, id);
create index product_supplier on product (org_id, supplier_id, project_id, id);
create index product_owes on product using gin (owes);
create index product_search on product using gin (search);
create index product_recheck on product (recheck_on) where recheck_on is not null;

-- I6–I8, P4 · The cooperation terms for one product. `body` is the domain's Offer.
create table offer (
  org_id text not null,
  id text not null,
  project_id text not null,
  product_id text not null,
  supplier_id text not null,
  version integer not null,
  body jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, project_id, id),
  unique (org_id, project_id, product_id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
create index offer_supplier on offer (org_id, supplier_id, project_id, id);

-- I9 · The lineup of a project: proposed, locked, released by a second person.
create table lineup (
  org_id text not null,
  project_id text not null,
  version integer not null,
  body jsonb not null,
  filled integer not null,
  released integer not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  released_by text,
  released_at timestamptz,
  primary key (org_id, project_id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);

-- S3 · What happened on air: a pull, an incident, what was said.
create table live_entry (
  org_id text not null,
  id text not null,
  project_id text not null,
  product_id text,
  version integer not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, project_id) references project (org_id, id) on delete cascade
);
create index live_entry_project on live_entry (org_id, project_id, at, id);

-- T4 · An after-sales case. Personal data of the buyer is sealed.
create table after_sales_case (
  org_id text not null references organisation,
  id text not null,
  project_id text,
  product_id text,
  version integer not null,
  body jsonb not null,
  decision jsonb,
  state text not null,
  due date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create index after_sales_case_state on after_sales_case (org_id, state, due, id);

-- T3 · A suggestion for improvement, followed to its effect.
create table suggestion (
  org_id text not null references organisation,
  id text not null,
  project_id text,
  version integer not null,
  body jsonb not null,
  state text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);

-- T2 · The log. `seq` is given when the sealer takes the event into the Merkle log of its organisation.
create table event (
  org_id text not null references organisation,
  id bigint generated always as identity,
  seq bigint,
  at timestamptz not null,
  type text not null,
  actor text not null,
  subject text not null,
  clause text not null,
  project_id text,
  supplier_id text,
  body jsonb not null,
  primary key (org_id, id)
);
create unique index event_seq on event (org_id, seq) where seq is not null;
create index event_unsealed on event (org_id, id) where seq is null;
create index event_subject on event (org_id, subject, id desc);
create index event_project on event (org_id, project_id, id);

-- The leaves of the Merkle log and its signed checkpoints.
create table leaf (
  org_id text not null references organisation,
  seq bigint not null,
  hash bytea not null,
  primary key (org_id, seq)
);
create table checkpoint (
  org_id text not null references organisation,
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamptz not null,
  primary key (org_id, size)
);

-- A retried command is answered from here and not carried out again.
create table answered (
  org_id text not null references organisation,
  key text not null,
  user_id text not null,
  asked bytea not null,
  status integer not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (org_id, key)
);
create index answered_at on answered (at);

-- Evidence: content by SHA-256; the bytes lie in the file store.
create table file (
  org_id text not null references organisation,
  sha256 text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  supplier_id text,
  stored_by text not null,
  stored_at timestamptz not null,
  primary key (org_id, sha256)
);

-- Keys of persons: data sealed with one is gone when its key is destroyed.
create table person_key (
  org_id text not null references organisation,
  person text not null,
  wrapped bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (org_id, person)
);

-- A key of the API: only its hash is kept.
create table api_key (
  org_id text not null references organisation,
  id text not null,
  name text not null,
  hash bytea not null unique,
  user_id text not null,
  scopes text[] not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id)
);

-- Receivers of webhooks and notices, and what is still to be delivered to them.
create table receiver (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  kind text not null,
  url text not null,
  secret bytea,
  events text[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (org_id, id)
);
create table delivery (
  org_id text not null,
  id bigint generated always as identity,
  receiver_id text not null,
  event_id bigint not null,
  state text not null,
  attempts integer not null default 0,
  answer text,
  next_at timestamptz,
  delivered_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, receiver_id) references receiver (org_id, id) on delete cascade
);

-- Work in the background that a client can follow.
create table task (
  org_id text not null references organisation,
  id text not null,
  kind text not null,
  project_id text,
  state text not null,
  done bigint not null default 0,
  of bigint,
  result jsonb,
  error jsonb,
  started_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (org_id, id)
);
create index task_newest on task (org_id, created_at desc, id);
