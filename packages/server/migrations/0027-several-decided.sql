-- I3, T2 · Decisions on several products of a supplier that stand in one event: found by the supplier, then by what they name.
create index event_of_several on event (org_id, supplier_id, id)
  where type = 'gate.decided' and body ->> 'about' = 'products';
