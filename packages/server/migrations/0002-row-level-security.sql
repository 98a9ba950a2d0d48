-- Whoever asks sees the rows of their organisation only; a supplier's account only those of its supplier. The settings
-- haixuan.org and haixuan.supplier are set for each transaction; without them nothing is seen.

create function current_org() returns text language sql stable parallel safe
  return nullif(current_setting('haixuan.org', true), '');
create function current_supplier() returns text language sql stable parallel safe
  return nullif(current_setting('haixuan.supplier', true), '');

do $$
declare
  t text;
begin
  foreach t in array array['organisation', 'member', 'project', 'supplier', 'supplier_gate', 'product', 'offer', 'lineup',
    'live_entry', 'after_sales_case', 'suggestion', 'event', 'leaf', 'checkpoint', 'answered', 'file', 'person_key', 'api_key',
    'receiver', 'delivery', 'task']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own_organisation on %I using (%s = (select current_org()))', t,
      case t when 'organisation' then 'id' else 'org_id' end);
    execute format('grant select, insert, update, delete on %I to haixuan_app', t);
  end loop;
  -- the log is only added to; only the sealer, which is the owner, gives seq
  revoke update, delete on event, leaf, checkpoint from haixuan_app;
  -- rows that belong to a supplier
  foreach t in array array['supplier_gate', 'product', 'offer', 'event', 'file']
  loop
    execute format('create policy own_supplier on %I as restrictive using
      ((select current_supplier()) is null or supplier_id = (select current_supplier()))', t);
  end loop;
  create policy own_supplier on supplier as restrictive using
    ((select current_supplier()) is null or id = (select current_supplier()));
  create policy own_supplier on member as restrictive using
    ((select current_supplier()) is null or supplier_id = (select current_supplier()));
  -- and those a supplier's account never sees
  foreach t in array array['lineup', 'live_entry', 'after_sales_case', 'suggestion', 'leaf', 'checkpoint', 'person_key',
    'api_key', 'receiver', 'delivery']
  loop
    execute format('create policy not_for_suppliers on %I as restrictive using ((select current_supplier()) is null)', t);
  end loop;
end
$$;
