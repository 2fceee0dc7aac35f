-- PostgreSQL commits transactions that call NOTIFY one after the other, each with its wait for the disk. A fact that comes after one
-- that still waits for the relay calls nobody: the relay looks again until nothing comes any more.
CREATE OR REPLACE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE first_added bigint;
BEGIN
  SELECT min(sequence) INTO first_added FROM added WHERE relayed_at IS NULL;
  IF first_added IS NOT NULL
    AND NOT EXISTS (SELECT FROM outbox_event WHERE relayed_at IS NULL AND sequence < first_added)
  THEN
    PERFORM pg_notify('outbox', '');
  END IF;
  RETURN NULL;
END $$;
