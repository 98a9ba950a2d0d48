-- T2 · Where an event stands in the log is written beside it, with its leaf: to write it into the event rewrote that in all
-- its indexes. `event` is a view of what happened with its place, for everyone who reads.
alter table event rename to happening;

alter table leaf add column event_id bigint, add column committed text[];
comment on column leaf.committed is 'fields of the body that the leaf keeps as commitments, named when the event is sealed';
update leaf l set event_id = h.id, committed = h.committed from happening h where h.org_id = l.org_id and h.seq = l.seq;
create unique index leaf_event on leaf (org_id, event_id);

-- Events that wait for their place: added with them, taken away when they are sealed. The organisation is looked for when
-- the event is written, and there is no leaf and no node without one.
create table unsealed (
  org_id text not null,
  event_id bigint not null,
  primary key (org_id, event_id)
);
insert into unsealed select org_id, id from happening where seq is null;
alter table unsealed enable row level security;
create policy own_organisation on unsealed using (org_id = (select current_org()));
grant insert on unsealed to haixuan_app;
alter table leaf drop constraint leaf_org_id_fkey;
alter table tree_node drop constraint tree_node_org_id_fkey;

-- with their indexes
alter table happening drop column seq, drop column committed;

create view event with (security_invoker = true) as
  select h.org_id, h.id, l.seq, h.at, h.type, h.actor, h.subject, h.clause, h.project_id, h.supplier_id, h.body, l.committed
  from happening h
  left join leaf l on l.org_id = h.org_id and l.event_id = h.id;
grant select on event to haixuan_app;

-- a supplier's account sees the places of the events it sees
drop policy not_for_suppliers on leaf;
create policy own_supplier on leaf as restrictive using ((select current_supplier()) is null or exists (
  select from happening h where h.org_id = leaf.org_id and h.id = leaf.event_id));
