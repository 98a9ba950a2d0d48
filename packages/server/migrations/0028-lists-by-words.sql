-- Lists that may be long are asked by what the words of a search text mean: each column that holds an id has an index.
create index event_clause on event (org_id, clause, id desc);
create index delivery_receiver on delivery (org_id, receiver_id, id desc);
create index delivery_type on delivery (org_id, type, id desc);
