-- P2, I3 · The channel a candidate came by, what it leaves of its price, and the prices it had.

-- The channel stands with what people recorded, where the log has it; here it is found by.
alter table product
  add column channel text generated always as (facts ->> 'channel') stored,
  -- share of the price that is left, in the market where least is
  add column margin real;

-- A page begins anywhere in a list without reading what stands before it: each sort has an index of its very words.
drop index product_newest, product_price;
create index product_added on product (org_id, project_id, created_at, id);
create index product_price on product (org_id, project_id, coalesce(price_minor, 0), id);
create index product_theme_fit on product (org_id, project_id, coalesce(theme_fit, 0), id);
create index product_margin on product (org_id, project_id, coalesce(margin, -1), id);
create index product_role on product (org_id, project_id, role, id) where role is not null;
create index product_channel on product (org_id, project_id, channel, id) where channel is not null;

-- I3, I6 · A price that stood until a moment: the one a listing names, or the one an offer asks. It began when the one
-- before ended, or with its record; the one that stands is in the record.
create table past_price (
  org_id text not null,
  project_id text not null,
  product_id text not null,
  supplier_id text not null,
  of text not null check (of in ('listing', 'offer')),
  until timestamptz not null,
  price jsonb not null,
  primary key (org_id, project_id, product_id, of, until),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);
alter table past_price enable row level security;
create policy own_organisation on past_price using (org_id = (select current_org()));
create policy own_supplier on past_price as restrictive using
  ((select current_supplier()) is null or supplier_id = (select current_supplier()));
grant select, insert, update, delete on past_price to haixuan_app;

-- However a price comes to change, the one before is kept; of several changes in one moment, the price before the first.
create function keep_listing_price() returns trigger language plpgsql as $$
begin
  if old.price_minor is not null then
    insert into past_price (org_id, project_id, product_id, supplier_id, of, until, price)
    values (old.org_id, old.project_id, old.id, old.supplier_id, 'listing', new.updated_at,
      jsonb_build_object('minor', old.price_minor, 'currency', old.price_currency))
    on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger listing_price_kept after update of price_minor, price_currency on product for each row
  when ((old.price_minor, old.price_currency) is distinct from (new.price_minor, new.price_currency))
  execute function keep_listing_price();

create function keep_offer_price() returns trigger language plpgsql as $$
begin
  insert into past_price (org_id, project_id, product_id, supplier_id, of, until, price)
  values (old.org_id, old.project_id, old.product_id, old.supplier_id, 'offer', new.updated_at,
    old.body #> '{pricing,price}')
  on conflict do nothing;
  return null;
end
$$;
create trigger offer_price_kept after update of body on offer for each row
  when (old.body #> '{pricing,price}' is distinct from new.body #> '{pricing,price}')
  execute function keep_offer_price();

-- P2 · How people said that lists with these headers are to be read, for the seller they came from.
create table list_mapping (
  org_id text not null references organisation,
  -- SHA-256 of the headers
  headers text not null,
  -- '' where the list names its sellers itself
  seller text not null,
  map jsonb not null,
  set_by text not null,
  set_at timestamptz not null,
  primary key (org_id, headers, seller)
);
alter table list_mapping enable row level security;
create policy own_organisation on list_mapping using (org_id = (select current_org()));
create policy not_for_suppliers on list_mapping as restrictive using ((select current_supplier()) is null);
grant select, insert, update, delete on list_mapping to haixuan_app;
