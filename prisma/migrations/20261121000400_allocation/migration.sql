-- Whom an offer proposes now. There is no foreign key to "match": a rematch deletes and writes matches while another
-- transaction allocates, and neither has to wait for the other. A row whose match is gone or decided on counts for nothing.
CREATE TABLE "allocation" (
    "offer_id" UUID NOT NULL,
    "profile_id" UUID NOT NULL,
    "batch" INTEGER NOT NULL,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("offer_id","profile_id")
);

CREATE INDEX "allocation_profile_id_idx" ON "allocation"("profile_id");

ALTER TABLE "allocation" ADD CONSTRAINT "allocation_offer_id_fkey" FOREIGN KEY ("offer_id") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "allocation" ADD CONSTRAINT "allocation_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
