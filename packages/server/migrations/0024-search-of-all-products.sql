-- Products that a search text finds, of a project or of all: for the search over everything, which row-level security keeps
-- from asking the index itself. The function sees to the same scope.
create function products_met(project text, asked tsquery, most integer) returns table (project_id text, id text)
language sql stable security definer set search_path = public as $$
  select p.project_id, p.id from product p
  where p.org_id = current_org() and (project is null or p.project_id = project)
    and (current_supplier() is null or p.supplier_id = current_supplier())
    and p.search @@ asked
  limit most
$$;
revoke execute on function products_met(text, tsquery, integer) from public;
grant execute on function products_met(text, tsquery, integer) to haixuan_app;
