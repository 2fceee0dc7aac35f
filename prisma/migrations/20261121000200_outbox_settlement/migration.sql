-- Which jobs have done their work for a fact: queues are disposable, so the database alone knows what is left to do.
ALTER TABLE "outbox_event" ADD COLUMN "done_jobs" TEXT[] DEFAULT ARRAY[]::TEXT[],
                           ADD COLUMN "settled_at" TIMESTAMPTZ(3);

-- Facts handed to the queues and not yet done by all of their jobs.
CREATE INDEX outbox_event_unsettled ON outbox_event (relayed_at) WHERE relayed_at IS NOT NULL AND settled_at IS NULL;
