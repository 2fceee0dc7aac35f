-- The planner keeps samples of what columns hold until they are analysed again, long after the rows are gone. It keeps none of
-- what people are called, where they are reached and what they wrote: such columns are found by unique indexes, or not sought.
ALTER TABLE "account"
  ALTER COLUMN "first_name" SET STATISTICS 0, ALTER COLUMN "last_name" SET STATISTICS 0,
  ALTER COLUMN "phone" SET STATISTICS 0, ALTER COLUMN "email" SET STATISTICS 0;
ALTER INDEX account_plain_name ALTER COLUMN 1 SET STATISTICS 0;
ALTER TABLE "organisation"
  ALTER COLUMN "name" SET STATISTICS 0, ALTER COLUMN "activity" SET STATISTICS 0,
  ALTER COLUMN "address" SET STATISTICS 0, ALTER COLUMN "email" SET STATISTICS 0;
ALTER TABLE "offer"
  ALTER COLUMN "title" SET STATISTICS 0, ALTER COLUMN "description" SET STATISTICS 0,
  ALTER COLUMN "address" SET STATISTICS 0, ALTER COLUMN "details" SET STATISTICS 0;
ALTER TABLE "registration" ALTER COLUMN "answers" SET STATISTICS 0;
ALTER TABLE "application" ALTER COLUMN "sentence" SET STATISTICS 0;
ALTER TABLE "cv_entry"
  ALTER COLUMN "title" SET STATISTICS 0, ALTER COLUMN "place" SET STATISTICS 0, ALTER COLUMN "details" SET STATISTICS 0;
ALTER TABLE "match" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "account_change" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "application_change" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "match_change" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "offer_change" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "organisation_change" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "suspension_request" ALTER COLUMN "reason" SET STATISTICS 0;
ALTER TABLE "invitation" ALTER COLUMN "contact_hint" SET STATISTICS 0;
ALTER TABLE "contact_proof" ALTER COLUMN "contact" SET STATISTICS 0, ALTER COLUMN "previous" SET STATISTICS 0;
ALTER TABLE "local_delivery"
  ALTER COLUMN "recipient" SET STATISTICS 0, ALTER COLUMN "subject" SET STATISTICS 0,
  ALTER COLUMN "text" SET STATISTICS 0, ALTER COLUMN "html" SET STATISTICS 0;
