-- What PostgreSQL expects of a condition decides how it reads a table. Of "no supplier is set, or it is this one" it expects
-- one row in 200, reads all of a large table and sorts it, where an index has the page that is asked for; of a case it expects
-- every second one. The rows that are seen stay the same.
do $$
declare
  p record;
begin
  for p in select tablename, substring(qual from 'OR \((\w+) = ') as own from pg_policies
    where schemaname = 'public' and policyname = 'own_supplier' and cmd = 'ALL' and permissive = 'RESTRICTIVE'
      and qual ~ '^\(\(\( SELECT current_supplier\(\).* IS NULL\) OR \(\w+ = \( SELECT current_supplier\(\) AS current_supplier\)\)\)$'
  loop
    execute format('alter policy own_supplier on %I using (case when (select current_supplier()) is null then true
      else %I = (select current_supplier()) end)', p.tablename, p.own);
  end loop;
  for p in select tablename from pg_policies
    where schemaname = 'public' and policyname = 'not_for_suppliers' and cmd = 'ALL' and permissive = 'RESTRICTIVE'
      and qual ~ '^\(\( SELECT current_supplier\(\) AS current_supplier\) IS NULL\)$'
  loop
    execute format('alter policy not_for_suppliers on %I using (case when (select current_supplier()) is null then true
      else false end)', p.tablename);
  end loop;
end
$$;

-- Under row-level security an index is asked only with what cannot tell of rows it hides: a coalesce is not among that, a
-- case is. A page in the middle of a list is read from its index again.
drop index product_price, product_theme_fit, product_margin;
create index product_price on product
  (org_id, project_id, (case when price_minor is null then 0 else price_minor end), id);
create index product_theme_fit on product
  (org_id, project_id, (case when theme_fit is null then 0 else theme_fit end), id);
create index product_margin on product (org_id, project_id, (case when margin is null then -1 else margin end), id);

-- Who owes something is found by the outcomes that products share; this was never asked.
drop index product_owes;
