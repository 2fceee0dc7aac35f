-- A consent taken back says how and by whom, like one given.
ALTER TABLE "consent" ADD COLUMN "withdrawn_how" TEXT, ADD COLUMN "withdrawn_by_id" UUID;

-- What had no effect any more was taken back, at the last visit at the latest.
UPDATE "consent" c SET "withdrawn_at" = greatest(c."given_at", a."last_seen_at")
  FROM "account" a LEFT JOIN "profile" p ON p."account_id" = a."id"
  WHERE a."id" = c."account_id" AND c."withdrawn_at" IS NULL AND (
    c."purpose" = 'messages' AND (a."channel" = 'none' OR a."monthly_solicitations" = 0)
    OR c."purpose" = 'visibility' AND (p."id" IS NULL OR p."visibility" = 'hidden'));

-- One consent a purpose stands at a time: the first one stays.
UPDATE "consent" c SET "withdrawn_at" = c."given_at"
  WHERE c."withdrawn_at" IS NULL AND EXISTS (
    SELECT FROM "consent" o WHERE o."account_id" = c."account_id" AND o."purpose" = c."purpose" AND o."withdrawn_at" IS NULL
      AND (o."given_at", o."id") < (c."given_at", c."id"));
CREATE UNIQUE INDEX "consent_standing" ON "consent"("account_id", "purpose") WHERE "withdrawn_at" IS NULL;
