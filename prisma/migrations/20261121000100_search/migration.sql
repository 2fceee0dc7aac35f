-- The PostgreSQL search engine's own tables. Prisma does not manage this schema: it is rebuilt from the offers at will.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE SCHEMA search;

-- French stems of words without accents.
CREATE TEXT SEARCH CONFIGURATION search.french (COPY = pg_catalog.french);
ALTER TEXT SEARCH CONFIGURATION search.french
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
  WITH public.unaccent, pg_catalog.french_stem;

-- The stems of a text and its whole words: stems for plurals, whole words for a last word still being typed.
CREATE FUNCTION search.lexemes(words text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN pg_catalog.to_tsvector('search.french'::regconfig, $1) || pg_catalog.to_tsvector('pg_catalog.simple'::regconfig, $1);

CREATE FUNCTION search.stem(word text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN coalesce((pg_catalog.ts_lexize('pg_catalog.french_stem'::regdictionary, $1))[1], $1);

-- Great-circle distance in metres by the haversine formula, on the mean radius of the domain (IUGG, 6371008.8 m).
CREATE FUNCTION search.distance_m(a_latitude double precision, a_longitude double precision,
                                  b_latitude double precision, b_longitude double precision)
  RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN 2 * 6371008.8 * asin(least(1, sqrt(
    sin(radians(b_latitude - a_latitude) / 2) ^ 2
    + sin(radians(b_longitude - a_longitude) / 2) ^ 2 * cos(radians(a_latitude)) * cos(radians(b_latitude)))));

-- A position as a point in space, in metres from the Earth's centre: straight lines there rank like arcs on the ground.
CREATE FUNCTION search.place(latitude double precision, longitude double precision) RETURNS public.cube
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN public.cube(ARRAY[
    6371008.8 * cos(radians(latitude)) * cos(radians(longitude)),
    6371008.8 * cos(radians(latitude)) * sin(radians(longitude)),
    6371008.8 * sin(radians(latitude))]);

-- The box around a circle on the ground, one metre larger than it: a prefilter for the index, distance_m decides.
CREATE FUNCTION search.box(latitude double precision, longitude double precision, radius_m double precision)
  RETURNS public.cube LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN public.cube_enlarge(search.place(latitude, longitude),
    2 * 6371008.8 * sin(least(radius_m / (2 * 6371008.8), pi() / 2)) + 1, 3);

-- Narrow rows for filtering, counting and sorting; what pages show is apart in offer_document.
-- `words` finds, `heading` ranks: title A, occupation B, organisation and commune C.
CREATE TABLE search.offer (
  offer_id uuid PRIMARY KEY,
  version integer NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  contract text,
  occupation_code text,
  starts_on date,
  published_at timestamptz NOT NULL,
  latitude double precision,
  longitude double precision,
  place public.cube GENERATED ALWAYS AS (search.place(latitude, longitude)) STORED,
  indexed_at timestamptz NOT NULL,
  heading tsvector NOT NULL,
  words tsvector NOT NULL
);
CREATE TABLE search.offer_document (
  offer_id uuid PRIMARY KEY REFERENCES search.offer ON DELETE CASCADE,
  document jsonb NOT NULL
);
CREATE INDEX offer_words ON search.offer USING gin (words) WITH (fastupdate = off);
CREATE INDEX offer_place ON search.offer USING gist (place);
CREATE INDEX offer_recent ON search.offer (published_at DESC, offer_id) INCLUDE (kind, contract, occupation_code, starts_on);
CREATE INDEX offer_kind ON search.offer (kind, published_at DESC, offer_id) INCLUDE (contract, occupation_code, starts_on);
CREATE INDEX offer_contract ON search.offer (contract, published_at DESC, offer_id) INCLUDE (kind, occupation_code, starts_on);
CREATE INDEX offer_occupation ON search.offer (occupation_code, published_at DESC, offer_id) INCLUDE (kind, contract, starts_on);
CREATE INDEX offer_indexed_at ON search.offer (indexed_at);

-- Offers taken out, so that a rebuild that read them before does not bring them back.
CREATE TABLE search.removed (
  offer_id uuid PRIMARY KEY,
  removed_at timestamptz NOT NULL
);

-- Every word of the indexed offers: what a mistyped word is corrected to.
CREATE TABLE search.lexicon (
  word text COLLATE "C" PRIMARY KEY,
  stem text COLLATE "C" GENERATED ALWAYS AS (search.stem(word)) STORED,
  indexed_at timestamptz NOT NULL
);
CREATE INDEX lexicon_stem ON search.lexicon (stem);
CREATE INDEX lexicon_trigrams ON search.lexicon USING gin (word public.gin_trgm_ops);
