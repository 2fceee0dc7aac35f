-- Without STRICT the planner writes the distance out inside each query, instead of calling a function for each row.
CREATE OR REPLACE FUNCTION search.distance_m(a_latitude double precision, a_longitude double precision,
                                             b_latitude double precision, b_longitude double precision)
  RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN 2 * 6371008.8 * asin(least(1, sqrt(
    sin(radians(b_latitude - a_latitude) / 2) ^ 2
    + sin(radians(b_longitude - a_longitude) / 2) ^ 2 * cos(radians(a_latitude)) * cos(radians(b_latitude)))));
