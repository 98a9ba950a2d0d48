-- P2 · Products that were taken in and not decided yet.
create index product_undecided on product (org_id, project_id, id) where decided_at is null;
