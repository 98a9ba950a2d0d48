-- Of words that many products have the index reads every place before the first is known. So the newest of a project are looked
-- at first: where every fifth of them has the words, as many as are asked for stand near by. They are read from their index,
-- never all rows and sorted.
create or replace function products_met(project text, asked tsquery, most integer) returns table (project_id text, id text)
language plpgsql stable security definer set search_path = public set enable_sort = off as $$
#variable_conflict use_column
declare
  org text := current_org();
  supplier text := current_supplier();
  looked text := coalesce(project, (select p.id from project p where p.org_id = org order by p.created_at desc limit 1));
  ids text[];
begin
  if 400 <= (
    select count(*) from (
      select p.search from candidate p
      where p.org_id = org and p.project_id = looked and case when supplier is null then true else p.supplier_id = supplier end
      order by p.created_at desc, p.id desc limit 2000
    ) newest where newest.search @@ asked
  ) then
    select array_agg(met.id) into ids from (
      select newest.id from (
        select p.id, p.search from candidate p
        where p.org_id = org and p.project_id = looked and case when supplier is null then true else p.supplier_id = supplier end
        order by p.created_at desc, p.id desc limit 10 * most
      ) newest where newest.search @@ asked limit most
    ) met;
    if cardinality(ids) = most then
      return query select looked, one from unnest(ids) one;
      return;
    end if;
  end if;
  return query select p.project_id, p.id from candidate p
    where p.org_id = org and (project is null or p.project_id = project)
      and (supplier is null or p.supplier_id = supplier) and p.search @@ asked
    limit most;
end
$$;
