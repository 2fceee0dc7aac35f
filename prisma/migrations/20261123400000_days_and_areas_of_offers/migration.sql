-- The day of an instant, in UTC, counted from 1 January 1970.
CREATE FUNCTION search.day(instant timestamptz) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN floor(extract(epoch FROM $1) / 86400)::integer;

-- The area of a cell: sixteen cells, a fifth of a degree each way.
CREATE FUNCTION search.area(cell integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN $1 / 7200 / 4 * 1800 + $1 % 7200 / 4;

-- The day and the area of each offer among its words: the most recent, or those around a place, are found without the others.
UPDATE search.offer SET words = words || array_to_tsvector(
  array_remove(ARRAY['day:' || search.day(published_at), 'area:' || search.area(cell)], NULL));
