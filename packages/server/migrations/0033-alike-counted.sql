-- F1, P2 · How many products of a project came out alike: of all its suppliers, and of each, by what lists are narrowed down by.
-- Kept in the transaction that writes the products, whoever writes them, so that no screen reads a million rows to show a
-- number.
create table alike_count (
  org_id text not null,
  project_id text not null,
  -- '' of all suppliers together; in those below, '' where nothing is told
  supplier_id text not null,
  likeness uuid not null,
  class text not null,
  channel text not null,
  currency text not null,
  -- a row in the hands of another transaction is not waited for, one more is begun: what counts is their sum
  part bigint generated always as identity,
  n integer not null,
  primary key (org_id, project_id, supplier_id, likeness, class, channel, currency, part)
) with (fillfactor = 70);
alter table alike_count enable row level security;
create policy own_organisation on alike_count using (org_id = (select current_org()));
-- a supplier's account counts its own products
create policy own_supplier on alike_count as restrictive using
  ((select current_supplier()) is null or supplier_id = (select current_supplier()));
grant select on alike_count to haixuan_app;

create function count_alike() returns trigger language plpgsql security definer set search_path = public as $$
declare
  turned alike_count[];
begin
  if tg_op = 'INSERT' then
    select array_agg(t::alike_count) into turned from (
      select org_id, project_id, supplier_id, likeness, coalesce(class, ''), coalesce(channel, ''),
        coalesce(price_currency, ''), 0::bigint, count(*)::integer
      from came group by 1, 2, 3, 4, 5, 6, 7
    ) t;
  elsif tg_op = 'DELETE' then
    select array_agg(t::alike_count) into turned from (
      select org_id, project_id, supplier_id, likeness, coalesce(class, ''), coalesce(channel, ''),
        coalesce(price_currency, ''), 0::bigint, -count(*)::integer
      from went group by 1, 2, 3, 4, 5, 6, 7
    ) t;
  else
    select array_agg(t::alike_count) into turned from (
      select org_id, project_id, supplier_id, likeness, coalesce(class, ''), coalesce(channel, ''),
        coalesce(price_currency, ''), 0::bigint, sum(one)::integer
      from (
        select org_id, project_id, supplier_id, likeness, class, channel, price_currency, -1 as one from went
        union all
        select org_id, project_id, supplier_id, likeness, class, channel, price_currency, 1 from came
      ) moved group by 1, 2, 3, 4, 5, 6, 7 having sum(one) <> 0
    ) t;
  end if;
  if turned is null then
    return null;
  end if;
  with each as (
    select org_id, project_id, supplier_id, likeness, class, channel, currency, n from unnest(turned)
    union all
    select org_id, project_id, '', likeness, class, channel, currency, sum(n)::integer from unnest(turned)
    group by 1, 2, 4, 5, 6, 7 having sum(n) <> 0
  ), held as (
    select e.*, c.part from each e left join lateral (
      select c.part from alike_count c
      where c.org_id = e.org_id and c.project_id = e.project_id and c.supplier_id = e.supplier_id and c.likeness = e.likeness
        and c.class = e.class and c.channel = e.channel and c.currency = e.currency
      order by c.part limit 1 for update skip locked
    ) c on true
  ), counted as (
    update alike_count c set n = c.n + h.n from held h
    where c.org_id = h.org_id and c.project_id = h.project_id and c.supplier_id = h.supplier_id and c.likeness = h.likeness
      and c.class = h.class and c.channel = h.channel and c.currency = h.currency and c.part = h.part
  )
  insert into alike_count (org_id, project_id, supplier_id, likeness, class, channel, currency, n)
  select org_id, project_id, supplier_id, likeness, class, channel, currency, n from held where part is null;
  return null;
end
$$;
create trigger alike_counted_in after insert on candidate referencing new table as came
  for each statement execute function count_alike();
create trigger alike_counted_out after delete on candidate referencing old table as went
  for each statement execute function count_alike();
create trigger alike_counted_over after update on candidate referencing old table as went new table as came
  for each statement execute function count_alike();

-- Outcomes go when no product has them any more, and what they counted with them.
create function drop_alike_count() returns trigger language plpgsql security definer set search_path = public as $$
begin
  delete from alike_count c using went w
  where c.org_id = w.org_id and c.project_id = w.project_id and c.likeness = w.id;
  return null;
end
$$;
create trigger alike_count_dropped after delete on likeness referencing old table as went
  for each statement execute function drop_alike_count();

insert into alike_count (org_id, project_id, supplier_id, likeness, class, channel, currency, n)
  select org_id, project_id, supplier_id, likeness, coalesce(class, ''), coalesce(channel, ''), coalesce(price_currency, ''),
    count(*)
  from candidate group by 1, 2, 3, 4, 5, 6, 7;
insert into alike_count (org_id, project_id, supplier_id, likeness, class, channel, currency, n)
  select org_id, project_id, '', likeness, class, channel, currency, sum(n)
  from alike_count group by 1, 2, 4, 5, 6, 7;
