-- A stamp that changes with what it is the stamp of, in the same transaction: what was read under a stamp holds while it stands.
CREATE TABLE search.stamp (
  subject text PRIMARY KEY,
  value uuid NOT NULL DEFAULT gen_random_uuid()
);

CREATE FUNCTION search.renew_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search.stamp (subject) VALUES (TG_ARGV[0])
    ON CONFLICT (subject) DO UPDATE SET value = excluded.value;
  RETURN NULL;
END
$$;

INSERT INTO search.stamp (subject) VALUES ('offers'), ('reference');

CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search.offer
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('offers');
CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search.offer_document
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('offers');
CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search.lexicon
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('offers');

CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.territory
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('reference');
CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.commune
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('reference');
CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.occupation
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('reference');
