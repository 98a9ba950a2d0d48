-- I3–I8 · What products that are alike came out with stands once, with what they have in common, and no longer in the row of
-- each: where a rule turns a hundred thousand of them, some dozen rows are written. `product` is a view of candidates with
-- what they came out with, for everyone who reads.
drop function findings(product);
alter table product rename to candidate;

alter table likeness
  -- what came out, by its content: the id stays when that turns for all products that are alike
  add column outcome uuid,
  add column state text not null default 'conditional',
  add column gates jsonb not null default '{}',
  add column markets jsonb not null default '{}',
  add column blocks integer not null default 0,
  add column warns integer not null default 0,
  add column owes text[] not null default '{}',
  add column margin real,
  -- by what they have in common; by what is its own, such as its supplier's papers, each candidate has a day of its own
  add column recheck_on date,
  -- when it turned for all; each candidate has the moment when it came to this outcome
  add column decided_at timestamptz;
update likeness set outcome = id, state = decision ->> 'overall', gates = decision -> 'gates',
  markets = coalesce(decision -> 'markets', '{}');
update likeness l set blocks = c.blocks, warns = c.warns, owes = c.owes, margin = c.margin
  from (select distinct on (org_id, project_id, likeness) org_id, project_id, likeness, blocks, warns, owes, margin
    from candidate where likeness is not null order by org_id, project_id, likeness) c
  where l.org_id = c.org_id and l.project_id = c.project_id and l.id = c.likeness;
alter table likeness drop column decision;

-- Those never decided share that they were not.
insert into likeness (org_id, project_id, id, outcome, readers, about, has_offer, findings)
  select distinct org_id, project_id, '00000000-0000-0000-0000-000000000000'::uuid,
    '00000000-0000-0000-0000-000000000000'::uuid, '', '{}'::jsonb, false, '[]'::jsonb
  from candidate where likeness is null;
update candidate set likeness = '00000000-0000-0000-0000-000000000000' where likeness is null;
alter table candidate alter column likeness set not null;
alter table likeness alter column outcome set not null;
create unique index likeness_outcome on likeness (org_id, project_id, outcome);
create index likeness_recheck on likeness (recheck_on) where recheck_on is not null;

alter table candidate
  drop column state, drop column gates, drop column markets, drop column blocks, drop column warns, drop column owes,
  drop column margin;

-- The findings on a product: those it shares, with its own name and words in place of the marks.
create function findings_of(shared jsonb, id text, claims jsonb) returns jsonb language plpgsql immutable parallel safe as $$
declare
  told text := shared::text;
  claim jsonb;
  n integer;
begin
  if told is null then
    return '[]';
  end if;
  -- places first: words might hold what looks like one
  for claim, n in select c, i - 1 from jsonb_array_elements(claims) with ordinality as a (c, i) loop
    told := replace(told, (-1000000 - n)::text, claim ->> 'from');
    told := replace(told, (-2000000 - n)::text, claim ->> 'to');
  end loop;
  for claim, n in select c, i - 1 from jsonb_array_elements(claims) with ordinality as a (c, i) loop
    told := replace(told, chr(64977) || n || chr(64978), between_quotes(claim ->> 'words'));
  end loop;
  return replace(told, chr(64976), between_quotes(id))::jsonb;
end
$$;

create view product with (security_invoker = true) as
  select c.org_id, c.id, c.project_id, c.version, c.supplier_id, c.listing, c.facts, c.title, c.brand, c.sku, c.class,
    c.confidence, c.price_minor, c.price_currency, c.theme_fit, c.role, c.claims, c.traits, c.recheck_on, c.search,
    c.created_at, c.updated_at, c.channel, c.likeness, l.outcome, l.state, l.gates, l.markets, l.blocks, l.warns, l.owes,
    l.margin, greatest(c.decided_at, l.decided_at) as decided_at, findings_of(l.findings, c.id, c.claims) as findings
  from candidate c
  left join likeness l on l.org_id = c.org_id and l.project_id = c.project_id and l.id = c.likeness;
grant select on product to haixuan_app;

-- Outcomes of a project that are kept, held so that none of them turns before the transaction ends. A supplier's account
-- sees only those its own products have, and its product may come to another's: this function sees to the same scope itself.
create function outcomes_kept(project text, asked uuid[]) returns table (id uuid, outcome uuid)
language sql security definer set search_path = public as $$
  select l.id, l.outcome from likeness l
  where l.org_id = current_org() and l.project_id = project and l.outcome = any (asked)
  order by l.id for key share
$$;
revoke execute on function outcomes_kept(text, uuid[]) from public;
grant execute on function outcomes_kept(text, uuid[]) to haixuan_app;
