-- An application answers an offer, or is made to an organisation without one: then it may say the kind of work wanted.
ALTER TABLE "application" ALTER COLUMN "offer_id" DROP NOT NULL;
ALTER TABLE "application" ADD COLUMN "wanted_kind" TEXT;

ALTER TABLE "application" ADD CONSTRAINT "application_addressee" CHECK ("offer_id" IS NOT NULL OR "organisation_id" IS NOT NULL);
ALTER TABLE "application" ADD CONSTRAINT "application_wanted_kind"
  CHECK ("wanted_kind" IS NULL OR "wanted_kind" IN ('job', 'seasonal', 'volunteering') AND "offer_id" IS NULL);

-- One spontaneous application that waits, a person and organisation.
CREATE UNIQUE INDEX "application_spontaneous" ON "application" ("organisation_id", "profile_id")
  WHERE "offer_id" IS NULL AND "state" IN ('sent', 'seen', 'in_progress', 'interview', 'on_hold', 'pool');
