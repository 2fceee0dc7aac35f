-- What an officer has to look at before an organisation is verified.
ALTER TABLE "organisation" ADD COLUMN     "flags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "organisation_change" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT,
    "account_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "join_request" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,

    CONSTRAINT "join_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_change_organisation_id_at_idx" ON "organisation_change"("organisation_id", "at");

-- CreateIndex
CREATE INDEX "join_request_organisation_id_idx" ON "join_request"("organisation_id");

-- CreateIndex
CREATE INDEX "join_request_account_id_idx" ON "join_request"("account_id");

-- AddForeignKey
ALTER TABLE "organisation_change" ADD CONSTRAINT "organisation_change_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Enough of the contact for whoever typed it to know it again.
ALTER TABLE "invitation" ADD COLUMN     "contact_hint" TEXT NOT NULL DEFAULT '';
