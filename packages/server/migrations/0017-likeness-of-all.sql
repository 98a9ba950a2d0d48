-- Products of several suppliers may be alike: a supplier's account sees the outcomes that its own products have.
drop policy own_supplier on likeness;
alter table likeness drop column supplier_id;
create policy own_supplier on likeness as restrictive for select using ((select current_supplier()) is null or exists (
  select from product p where p.org_id = likeness.org_id and p.project_id = likeness.project_id and p.likeness = likeness.id
    and p.supplier_id = (select current_supplier())));
drop index product_likeness;
create index product_likeness on product (org_id, project_id, likeness, supplier_id, id);
