-- A search whose new offers a person asked to be told of, and each offer she or he was told of: once.
CREATE TABLE "saved_search" (
  "id" UUID NOT NULL,
  "profile_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL,
  "query" TEXT NOT NULL,
  "rhythm" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "paused_at" TIMESTAMPTZ(3),
  "pause_reason" TEXT,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "next_look_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "saved_search_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "saved_search_rhythm" CHECK ("rhythm" IN ('daily', 'weekly')),
  CONSTRAINT "saved_search_channel" CHECK ("channel" IN ('sms', 'email')),
  CONSTRAINT "saved_search_pause" CHECK (("paused_at" IS NULL) = ("pause_reason" IS NULL))
);

CREATE UNIQUE INDEX "saved_search_token_hash_key" ON "saved_search"("token_hash");
CREATE INDEX "saved_search_profile_id_idx" ON "saved_search"("profile_id");
CREATE INDEX "saved_search_paused_at_next_look_at_idx" ON "saved_search"("paused_at", "next_look_at");

CREATE TABLE "told_offer" (
  "profile_id" UUID NOT NULL,
  "offer_id" UUID NOT NULL,
  "saved_search_id" UUID,
  "digest_id" UUID NOT NULL,
  "told_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "told_offer_pkey" PRIMARY KEY ("profile_id", "offer_id")
);

CREATE INDEX "told_offer_offer_id_idx" ON "told_offer"("offer_id");
CREATE INDEX "told_offer_saved_search_id_idx" ON "told_offer"("saved_search_id");
CREATE INDEX "told_offer_digest_id_idx" ON "told_offer"("digest_id");

ALTER TABLE "saved_search" ADD CONSTRAINT "saved_search_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "told_offer" ADD CONSTRAINT "told_offer_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "told_offer" ADD CONSTRAINT "told_offer_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "told_offer" ADD CONSTRAINT "told_offer_saved_search_id_fkey" FOREIGN KEY ("saved_search_id") REFERENCES "saved_search"("id") ON DELETE SET NULL ON UPDATE CASCADE;
