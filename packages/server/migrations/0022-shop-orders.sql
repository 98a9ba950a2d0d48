-- I8, T3 · Orders of a product as the shop tells them, for its settlement: nothing of who bought.
create table shop_order (
  org_id text not null,
  project_id text not null,
  product_id text not null,
  order_id text not null,
  day date not null,
  quantity integer not null check (quantity > 0),
  paid_minor bigint not null check (paid_minor >= 0),
  paid_currency text not null check (paid_currency ~ '^[A-Z]{3}$'),
  -- what went back so far, and the day it was first told
  refunded_minor bigint not null check (refunded_minor between 0 and paid_minor),
  refunded_on date check ((refunded_on is null) = (refunded_minor = 0)),
  primary key (org_id, project_id, product_id, order_id),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);
create index shop_order_day on shop_order (org_id, project_id, product_id, day);

alter table shop_order enable row level security;
create policy own_organisation on shop_order using (org_id = (select current_org()));
create policy not_for_suppliers on shop_order as restrictive using ((select current_supplier()) is null);
grant select, insert, update, delete on shop_order to haixuan_app;
