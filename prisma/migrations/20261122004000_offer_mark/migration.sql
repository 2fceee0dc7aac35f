-- What a person did with an offer for herself or himself alone: kept it, or wants to see it no more.
CREATE TABLE "offer_mark" (
  "profile_id" UUID NOT NULL,
  "offer_id" UUID NOT NULL,
  "mark" TEXT NOT NULL,
  "marked_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "offer_mark_pkey" PRIMARY KEY ("profile_id", "offer_id"),
  CONSTRAINT "offer_mark_mark" CHECK ("mark" IN ('kept', 'set_aside'))
);

CREATE INDEX "offer_mark_offer_id_idx" ON "offer_mark"("offer_id");

ALTER TABLE "offer_mark" ADD CONSTRAINT "offer_mark_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "offer_mark" ADD CONSTRAINT "offer_mark_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
