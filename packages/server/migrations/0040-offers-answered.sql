-- I6–I8 · What the supplier said in its portal of the terms it was shown, and whether it has still to answer those that
-- stand. The terms are named by their hash; each answer is in the log.
alter table offer
  -- {agrees, hash, by, at, note}
  add column answer jsonb,
  add column waits boolean not null default true;
create index offer_waits on offer (org_id, supplier_id, id) where waits;
