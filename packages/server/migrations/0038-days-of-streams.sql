-- P1 · The day it is where a stream is, which may be another than where the organisation is; none for a zone that
-- PostgreSQL does not know.
create function day_in(zone text, at timestamptz) returns date language plpgsql stable as $$
begin
  return (at at time zone zone)::date;
exception when invalid_parameter_value then
  return null;
end
$$;
