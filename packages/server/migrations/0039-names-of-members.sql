-- R4 · What someone was called stays with the records that name them, also after they have left: `name` as it is written,
-- beside `folded`, by which it is compared. Of those who left before, the log may know it by what they did.
alter table member_name add column name text;
update member_name n set name = m.name from member m where m.org_id = n.org_id and m.user_id = n.user_id
  and lower(m.name) = n.folded;
update member_name n set name = h.actor
  from (select distinct org_id, actor from happening) h
  where n.name is null and h.org_id = n.org_id and lower(h.actor) = n.folded;
create index member_name_user on member_name (org_id, user_id);
