-- Somebody erased can be reached no more, and her or his row says nothing about anybody.
ALTER TABLE "account" DROP CONSTRAINT "account_reachable";
ALTER TABLE "account" ADD CONSTRAINT "account_reachable" CHECK (
  CASE WHEN "erased_at" IS NULL THEN "channel" = 'none' OR "phone" IS NOT NULL OR "email" IS NOT NULL
    ELSE "phone" IS NULL AND "email" IS NULL AND "first_name" = '' AND "last_name" = '' AND "birth_month" IS NULL
      AND "duplicate_of_id" IS NULL AND "status" = 'suspended' AND "suspension_reason" IS NULL END
);
CREATE INDEX "account_erased_at_idx" ON "account"("erased_at");

-- What is removed once it has been kept long enough is found by its date.
CREATE INDEX "message_created_at_idx" ON "message"("created_at");
CREATE INDEX "outbox_event_occurred_at_idx" ON "outbox_event"("occurred_at");
