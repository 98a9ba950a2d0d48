-- I6–I8 · What an offer is told apart by in a list, and what it earns where it earns least, as its gates were last decided.
alter table offer
  add column pricing_type text generated always as (body #>> '{pricing,type}') stored,
  add column delivery_mode text generated always as (body #>> '{delivery,mode}') stored,
  add column settlement_mode text generated always as (body #>> '{settlement,mode}') stored,
  -- {market, price, floor, margin, marginRate}
  add column least jsonb,
  add column margin_rate double precision generated always as ((least ->> 'marginRate')::double precision) stored;
create index offer_margin on offer (org_id, project_id, margin_rate, id);

-- I8 · What one party owes the other for a period: orders and refunds, the statement made of them, and the payer's held
-- against it. Counted from 1 for each offer; nobody agrees to their own.
create table settlement (
  org_id text not null,
  project_id text not null,
  product_id text not null,
  number integer not null,
  version integer not null,
  supplier_id text not null,
  starts date not null,
  ends date not null,
  due_day date not null,
  due_minor bigint not null,
  due_currency text not null,
  body jsonb not null,
  state text not null check (state in ('computed', 'differs', 'agreed')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  agreed_by text,
  agreed_at timestamptz,
  primary key (org_id, project_id, product_id, number),
  foreign key (org_id, project_id, product_id) references product (org_id, project_id, id) on delete cascade
);
create index settlement_due on settlement (org_id, project_id, due_day, product_id, number);
alter table settlement enable row level security;
create policy own_organisation on settlement using (org_id = (select current_org()));
create policy not_for_suppliers on settlement as restrictive using ((select current_supplier()) is null);
grant select, insert, update, delete on settlement to haixuan_app;
