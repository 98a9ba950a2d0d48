-- T2 · Archives that were made, and what may not be deleted while a dispute or an authority asks for it.

create table archive (
  org_id text not null references organisation,
  id text not null,
  part jsonb not null,
  withheld text[] not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  events bigint not null,
  root text not null,
  made_by text not null,
  made_at timestamptz not null,
  primary key (org_id, id)
);
create index archive_newest on archive (org_id, made_at desc, id);

-- A hold stands until it is lifted; `about` is the kind of record and `subject` which one, nothing for all of the kind.
create table legal_hold (
  org_id text not null references organisation,
  id text not null,
  version integer not null,
  about text not null check (about in ('organisation', 'project', 'person')),
  subject text,
  reason text not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  lift_reason text,
  primary key (org_id, id),
  check ((about = 'organisation') = (subject is null))
);
create index legal_hold_standing on legal_hold (org_id, about, subject) where lifted_at is null;

create index event_type on event (org_id, type, id desc);
create index event_actor on event (org_id, actor, id desc);

do $$
declare
  t text;
begin
  foreach t in array array['archive', 'legal_hold']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('create policy not_for_suppliers on %I as restrictive using ((select current_supplier()) is null)', t);
    execute format('grant select, insert, update on %I to haixuan_app', t);
  end loop;
  revoke update on archive from haixuan_app;
end
$$;
