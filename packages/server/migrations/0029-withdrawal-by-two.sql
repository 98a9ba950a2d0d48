-- M3, I2 · What is to be withdrawn waits for a second person: who asked for it, why, and of a pack from which day on.
alter table rule_pack
  add column ending_by text,
  add column ending_user text,
  add column ending_at timestamptz,
  add column ending_from date,
  add column ending_why text;
alter table screening_list
  add column ending_by text,
  add column ending_user text,
  add column ending_at timestamptz,
  add column ending_why text;
