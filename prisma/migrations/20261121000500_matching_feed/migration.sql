-- Which transaction told a fact: whoever keeps a copy of the database in memory reads what a snapshot did not hold yet,
-- in whatever order transactions end.
ALTER TABLE "outbox_event" ADD COLUMN "transaction_id" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX "outbox_event_transaction_id_idx" ON "outbox_event"("transaction_id");

-- Facts not yet settled, by what they are about: several in a row are answered by one piece of work.
CREATE INDEX outbox_event_unsettled_subject ON outbox_event (coalesce(payload ->> 'offerId', payload ->> 'profileId'))
  WHERE settled_at IS NULL;

-- Facts that were removed: whoever had not read them loads everything again.
CREATE SCHEMA matching;
CREATE TABLE matching.outbox_purge (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  purged_by xid8 NOT NULL,
  purged_through bigint NOT NULL
);

CREATE FUNCTION matching.note_purge(through bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO matching.outbox_purge (purged_by, purged_through) VALUES (pg_current_xact_id(), through)
  ON CONFLICT (is_only) DO UPDATE SET purged_by = excluded.purged_by,
    purged_through = greatest(outbox_purge.purged_through, excluded.purged_through)
$$;

CREATE FUNCTION matching.note_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM gone) THEN
    PERFORM matching.note_purge((SELECT max(transaction_id) FROM gone));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_event_deleted AFTER DELETE ON outbox_event REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION matching.note_deleted();

CREATE FUNCTION matching.note_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching.note_purge(pg_current_xact_id()::text::bigint);
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_event_truncated AFTER TRUNCATE ON outbox_event
  FOR EACH STATEMENT EXECUTE FUNCTION matching.note_truncated();

-- A sleeping relay is woken by the facts that it has to relay, and by no other.
CREATE OR REPLACE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added WHERE relayed_at IS NULL) THEN
    PERFORM pg_notify('outbox', '');
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER outbox_event_inserted ON outbox_event;
CREATE TRIGGER outbox_event_inserted AFTER INSERT ON outbox_event REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();

-- What no use case does, an administrator may: an account suspended or given back, a profile or an offer deleted, the
-- settings of a territory changed. The database itself tells the fact.
CREATE FUNCTION matching.tell(type text, payload jsonb) RETURNS void LANGUAGE sql AS $$
  INSERT INTO outbox_event (id, type, payload, occurred_at) VALUES (gen_random_uuid(), type, payload, now())
$$;

CREATE FUNCTION matching.tell_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching.tell('profile.changed', jsonb_build_object('profileId', p.id)) FROM profile p
    WHERE p.account_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER account_status_changed AFTER UPDATE OF status ON account FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION matching.tell_status();

CREATE FUNCTION matching.tell_profile_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching.tell('profile.deleted', jsonb_build_object('profileId', OLD.id));
  RETURN NULL;
END $$;
CREATE TRIGGER profile_deleted AFTER DELETE ON profile FOR EACH ROW EXECUTE FUNCTION matching.tell_profile_deleted();

CREATE FUNCTION matching.tell_offer_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching.tell('offer.deleted', jsonb_build_object('offerId', OLD.id));
  RETURN NULL;
END $$;
CREATE TRIGGER offer_deleted AFTER DELETE ON offer FOR EACH ROW EXECUTE FUNCTION matching.tell_offer_deleted();

CREATE FUNCTION matching.tell_settings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM matching.tell('territory.changed', jsonb_build_object('territoryId', NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER territory_settings_changed AFTER UPDATE OF settings ON territory FOR EACH ROW
  WHEN (OLD.settings IS DISTINCT FROM NEW.settings) EXECUTE FUNCTION matching.tell_settings();

-- The slices of a night: planned once, each marked in the transaction that does it. A restart does those that are left.
CREATE TABLE "rematch_slice" (
    "id" UUID NOT NULL,
    "night" DATE NOT NULL,
    "territory_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "first_id" UUID,
    "last_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    CONSTRAINT "rematch_slice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rematch_slice_territory_id_fkey" FOREIGN KEY ("territory_id") REFERENCES "territory"("id")
      ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "rematch_slice_night_territory_id_step_number_key" ON "rematch_slice"("night", "territory_id", "step", "number");
