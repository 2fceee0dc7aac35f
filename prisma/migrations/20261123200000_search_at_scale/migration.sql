-- The cell of the ground that holds a position, a twentieth of a degree each way: unlike a box it has statistics, so that the
-- planner knows how much a circle holds.
CREATE FUNCTION search.cell(latitude double precision, longitude double precision) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN floor(($1 + 90) * 20)::integer * 7200 + floor(($2 + 180) * 20)::integer % 7200;

ALTER TABLE search.offer ADD COLUMN cell integer GENERATED ALWAYS AS (search.cell(latitude, longitude)) STORED;

-- Kind and contract together as one lexeme: pairs that no offer has are known at once.
UPDATE search.offer SET words = words || array_to_tsvector(ARRAY['kind:' || kind || ':' || coalesce(contract, '')]);

CREATE INDEX offer_cell ON search.offer (cell);
CREATE INDEX offer_facets ON search.offer (kind, contract, cell) INCLUDE (latitude, longitude, occupation_code, starts_on);

-- One offer in a hundred and twenty-eight, by chance: what it holds often, the whole holds more than a thousand times.
CREATE INDEX offer_sample ON search.offer (cell)
  INCLUDE (kind, contract, occupation_code, starts_on, latitude, longitude) WHERE (uuid_hash(offer_id) & 127) = 0;
CREATE INDEX offer_sample_words ON search.offer USING gin (words) WITH (fastupdate = off)
  WHERE (uuid_hash(offer_id) & 127) = 0;

-- Each contract, and each kind but the commonest: what they hold of a broad search is found without reading it whole.
CREATE INDEX offer_words_seasonal ON search.offer USING gin (words) WITH (fastupdate = off) WHERE kind = 'seasonal';
CREATE INDEX offer_words_volunteering ON search.offer USING gin (words) WITH (fastupdate = off) WHERE kind = 'volunteering';
CREATE INDEX offer_words_cdi ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'cdi';
CREATE INDEX offer_words_cdd ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'cdd';
CREATE INDEX offer_words_interim ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'interim';
CREATE INDEX offer_words_cddi ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'cddi';
CREATE INDEX offer_words_pec_cae ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'pec_cae';
CREATE INDEX offer_words_cui_cie ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'cui_cie';
CREATE INDEX offer_words_apprentissage ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'apprentissage';
CREATE INDEX offer_words_professionnalisation ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'professionnalisation';
CREATE INDEX offer_words_other ON search.offer USING gin (words) WITH (fastupdate = off) WHERE contract = 'other';
CREATE INDEX offer_words_clause ON search.offer USING gin (words) WITH (fastupdate = off) WHERE kind = 'clause';

DROP FUNCTION search.box(double precision, double precision, double precision);
DROP FUNCTION search.lexemes(text);
