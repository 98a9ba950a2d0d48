-- I2 · The parties of screening lists, so that their names are searched and a newer file is held against the one before; and
-- what became of each list, version by version.

alter table screening_list
  add column withdrawn_by text,
  add column withdrawn_at timestamptz,
  add column withdrawn_why text;

create table screening_list_version (
  org_id text not null references organisation,
  list_id text not null,
  version integer not null,
  what text not null check (what in ('adopted', 'withdrawn')),
  day date not null,
  files jsonb not null,
  parties integer not null,
  names integer not null,
  -- how many parties it added, changed and removed; of the first version, and of those adopted before this was kept, null
  added integer,
  changed integer,
  removed integer,
  why text check ((what = 'withdrawn') = (why is not null)),
  by_name text not null,
  at timestamptz not null,
  primary key (org_id, list_id, version)
);
insert into screening_list_version (org_id, list_id, version, what, day, files, parties, names, by_name, at)
  select org_id, id, version, 'adopted', day, files, parties, names, adopted_by, adopted_at from screening_list;

-- A party as a list has it from one version on until another; those of the newest version have no end.
create table screening_party (
  org_id text not null references organisation,
  list_id text not null,
  party text not null,
  since integer not null,
  until integer check (until > since),
  -- the beginning of its main name: lists go by it
  place text not null,
  body jsonb not null,
  search tsvector not null,
  primary key (org_id, list_id, party, since)
);
create index screening_party_now on screening_party (org_id, list_id, place, party) where until is null;
create index screening_party_since on screening_party (org_id, list_id, since);
create index screening_party_until on screening_party (org_id, list_id, until) where until is not null;

do $$
declare
  t text;
begin
  foreach t in array array['screening_list_version', 'screening_party']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (org_id = (select current_org()))', t);
    execute format('create policy not_for_suppliers on %I as restrictive using ((select current_supplier()) is null)', t);
    execute format('grant select, insert, update on %I to haixuan_app', t);
  end loop;
end
$$;
