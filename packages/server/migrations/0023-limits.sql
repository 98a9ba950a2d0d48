-- T2, T4, S2 · Limits an organisation sets for itself, in force from a day on, each with its reason; what was before stays.
create table organisation_limit (
  org_id text not null references organisation,
  name text not null,
  version integer not null,
  from_day date not null,
  value jsonb not null,
  reason text not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, name, version)
);
alter table organisation_limit enable row level security;
create policy own_organisation on organisation_limit using (org_id = (select current_org()));
create policy not_for_suppliers on organisation_limit as restrictive using ((select current_supplier()) is null);
grant select, insert on organisation_limit to haixuan_app;

-- Limits that were set before there were days and reasons: the same for both roles that pay back.
insert into organisation_limit (org_id, name, version, from_day, value, reason, set_by, set_at)
select org_id, 'refund', 1, set_at::date, jsonb_build_object('finance', value, 'service', value), '—', set_by, set_at
from organisation_setting where name = 'refund-limits'
union all
select org_id, 'risk', 1, set_at::date, value, '—', set_by, set_at from organisation_setting where name = 'risk-thresholds';
delete from organisation_setting where name in ('refund-limits', 'risk-thresholds');
