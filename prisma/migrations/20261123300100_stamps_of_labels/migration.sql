-- What skills, licences and certificates are called stays in memory with the occupations.
CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.skill
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('reference');
CREATE TRIGGER renew_stamp AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.licence
  FOR EACH STATEMENT EXECUTE FUNCTION search.renew_stamp('reference');
