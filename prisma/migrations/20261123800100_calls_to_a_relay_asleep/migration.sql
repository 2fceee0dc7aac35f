-- PostgreSQL commits transactions that call NOTIFY one after the other, each with its wait for the disk. A relay that is awake looks by
-- itself, and holds this lock alone: then nobody calls it.
CREATE OR REPLACE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE relayed_at IS NULL)
    AND pg_try_advisory_xact_lock_shared(hashtextextended('relay awake', 0))
  THEN
    PERFORM pg_notify('outbox', '');
  END IF;
  RETURN NULL;
END $$;
