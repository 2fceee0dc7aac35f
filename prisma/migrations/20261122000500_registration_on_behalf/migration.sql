-- The month alone (1 to 12), asked at the hotline to tell people of the same name apart: neither a day nor a year.
ALTER TABLE "account" ADD COLUMN "birth_month" SMALLINT,
ADD COLUMN "duplicate_of_id" UUID,
ADD CONSTRAINT "account_birth_month_check" CHECK (birth_month BETWEEN 1 AND 12);

-- Somebody registered at the counter may have neither phone nor e-mail; nobody then writes.
ALTER TABLE account DROP CONSTRAINT account_reachable;
ALTER TABLE account ADD CONSTRAINT account_reachable CHECK (channel = 'none' OR phone IS NOT NULL OR email IS NOT NULL);

-- Two professionals stop an account, and two let it go on.
ALTER TABLE "suspension_request" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'suspend';
ALTER TABLE "suspension_request" ALTER COLUMN "kind" DROP DEFAULT;
CREATE UNIQUE INDEX suspension_request_waiting ON suspension_request (account_id) WHERE decided_at IS NULL;

-- A name as it is compared: lower case, without accents, letters alone. "Ben Ali" and "Benali" are one.
CREATE FUNCTION plain_name(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(public.immutable_unaccent($1)), '[^a-z]', '', 'g')
$$;

-- How a name sounds, in Daitch–Mokotoff codes: it is made for names of several languages. No letter: no sound.
CREATE FUNCTION name_sounds(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(public.daitch_mokotoff(nullif(public.plain_name($1), '')), '{}')
$$;

CREATE INDEX account_last_name_sounds ON account USING gin (name_sounds(last_name));
CREATE INDEX account_first_name_sounds ON account USING gin (name_sounds(first_name));
CREATE INDEX account_plain_name ON account USING gin (plain_name(first_name || last_name) gin_trgm_ops);
