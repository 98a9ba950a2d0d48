-- T2 · The log of an organisation: its inner tree, its keys, and the standards its decisions name.

-- What a leaf keeps as commitments, so that these values can stay out of an archive. Named when the event is sealed.
alter table event add column committed text[];

-- Complete subtrees above the leaves: 2^level leaves from index · 2^level on. Written once, never changed.
create table tree_node (
  org_id text not null references organisation,
  level smallint not null check (level > 0),
  index bigint not null,
  hash bytea not null,
  primary key (org_id, level, index)
);

-- The keys that sign the log: one now, and those before it. The secret half is sealed with the master key, which the
-- database does not hold, and gone once the key is retired.
create table log_key (
  org_id text not null references organisation,
  id text not null,
  public_key text not null,
  wrapped bytea,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (org_id, id),
  check ((retired_at is null) = (wrapped is not null))
);
create unique index log_key_signing on log_key (org_id) where retired_at is null;

-- What the salts of commitments come from, sealed with the master key.
create table log_salt (
  org_id text primary key references organisation,
  wrapped bytea not null
);

-- A standard that decisions were made under, by the SHA-256 (hex) of its canonical JSON. Law, the same for everyone.
create table standard_used (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  content bytea not null
);

alter table tree_node enable row level security;
create policy own_organisation on tree_node using (org_id = (select current_org()));
create policy not_for_suppliers on tree_node as restrictive using ((select current_supplier()) is null);
grant select on tree_node to haixuan_app;

alter table log_key enable row level security;
create policy own_organisation on log_key using (org_id = (select current_org()));
grant select (org_id, id, public_key, created_at, retired_at) on log_key to haixuan_app;

alter table log_salt enable row level security;
create policy own_organisation on log_salt using (org_id = (select current_org()));
create policy not_for_suppliers on log_salt as restrictive using ((select current_supplier()) is null);
grant select on log_salt to haixuan_app;

alter table standard_used enable row level security;
create policy for_everyone on standard_used using (true);
grant select on standard_used to haixuan_app;

-- requests add events, the sealer all else
revoke insert on leaf, checkpoint from haixuan_app;
revoke insert on event from haixuan_app;
grant insert (org_id, at, type, actor, subject, clause, project_id, supplier_id, body) on event to haixuan_app;
