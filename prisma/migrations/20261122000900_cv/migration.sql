-- What somebody did and learned, told in her or his own words: the lines of a CV.
CREATE TABLE "cv_entry" (
  "id" UUID NOT NULL,
  "profile_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "place" TEXT,
  "from_year" INTEGER,
  "to_year" INTEGER,
  "is_ongoing" BOOLEAN NOT NULL,
  "details" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "cv_entry_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "cv_entry_kind" CHECK ("kind" IN ('experience', 'training')),
  CONSTRAINT "cv_entry_years" CHECK ("from_year" <= "to_year"),
  CONSTRAINT "cv_entry_ongoing" CHECK (NOT "is_ongoing" OR "to_year" IS NULL)
);

CREATE INDEX "cv_entry_profile_id_idx" ON "cv_entry"("profile_id");

ALTER TABLE "cv_entry" ADD CONSTRAINT "cv_entry_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
