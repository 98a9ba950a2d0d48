-- What an organisation asks of itself beside the law.

-- The base standard its products were last decided under (M3), and a number that grows with its own rules.
alter table organisation add column standard_seen text, add column rules_version integer not null default 0;

-- A standard with an organisation's own rules in it is seen by that organisation alone; the law, under '', by everyone.
alter table standard_used add column org_id text not null default '';
alter table standard_used drop constraint standard_used_pkey, add primary key (org_id, hash);
drop policy for_everyone on standard_used;
create policy law_or_own on standard_used using (org_id = '' or org_id = (select current_org()));

-- G2, M3 · Rules of an organisation's own for a market: versions, each proposed by one and adopted by another.
create table rule_pack (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  name text not null,
  market text not null,
  -- as it was uploaded
  yaml text not null,
  rules jsonb not null,
  state text not null check (state in ('proposed', 'adopted', 'rejected', 'replaced')),
  from_day date,
  until_day date check (until_day >= from_day),
  reason text not null,
  proposed_by text not null,
  proposed_user text not null,
  proposed_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decided_why text,
  withdrawn_by text,
  withdrawn_at timestamptz,
  withdrawn_why text,
  primary key (org_id, id, version),
  check ((state = 'adopted') = (from_day is not null))
);
alter table rule_pack enable row level security;
create policy own_organisation on rule_pack using (org_id = (select current_org()));
create policy not_for_suppliers on rule_pack as restrictive using ((select current_supplier()) is null);
grant select, insert, update on rule_pack to haixuan_app;
