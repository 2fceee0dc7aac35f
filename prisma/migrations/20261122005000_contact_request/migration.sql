-- An organisation asked for a word with somebody about one of its offers. The message itself, its budget and its answer are
-- those of the match.
CREATE TABLE "contact_request" (
  "id" UUID NOT NULL,
  "match_id" UUID NOT NULL,
  "organisation_id" UUID NOT NULL,
  "account_id" UUID NOT NULL,
  "sentence" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "agreed_at" TIMESTAMPTZ(3),

  CONSTRAINT "contact_request_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "contact_request_sentence" CHECK (char_length("sentence") BETWEEN 1 AND 140)
);

CREATE UNIQUE INDEX "contact_request_match_id_key" ON "contact_request"("match_id");
CREATE INDEX "contact_request_organisation_id_idx" ON "contact_request"("organisation_id");

ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_request" ADD CONSTRAINT "contact_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
