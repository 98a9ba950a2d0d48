-- T3 · What was paid for a product, in one currency; nothing when a list tells no amounts.
alter table product_result
  add column sales_minor bigint,
  add column sales_currency text check (sales_currency ~ '^[A-Z]{3}$'),
  add check ((sales_minor is null) = (sales_currency is null));
