-- Products of a project that a search text finds; nothing when they are more than `most`, and then a list meets enough of
-- them in its own order. Row-level security keeps an index from being asked with a condition that might tell of rows it
-- hides, and every row was read: this function sees to the same scope itself.
create function products_found(project text, asked tsquery, most integer) returns text[]
language sql stable security definer set search_path = public as $$
  select case when count(*) <= most then coalesce(array_agg(id), '{}') end from (
    select p.id from product p
    where p.org_id = current_org() and p.project_id = project
      and (current_supplier() is null or p.supplier_id = current_supplier())
      and p.search @@ asked
    limit most + 1
  ) met
$$;
revoke execute on function products_found(text, tsquery, integer) from public;
grant execute on function products_found(text, tsquery, integer) to haixuan_app;
