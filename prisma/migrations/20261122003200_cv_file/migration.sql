-- The file of CV that a person added: one each, at most 5 MB, kept as it came and never opened here.
CREATE TABLE "cv_file" (
  "id" UUID NOT NULL,
  "profile_id" UUID NOT NULL,
  "format" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "content" BYTEA NOT NULL,
  "added_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "cv_file_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "cv_file_format" CHECK ("format" IN ('pdf', 'jpeg', 'png')),
  CONSTRAINT "cv_file_size" CHECK ("size" = length("content") AND "size" BETWEEN 1 AND 5242880)
);

-- Pictures and PDFs are packed already.
ALTER TABLE "cv_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;

CREATE UNIQUE INDEX "cv_file_profile_id_key" ON "cv_file"("profile_id");

ALTER TABLE "cv_file" ADD CONSTRAINT "cv_file_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE CASCADE ON UPDATE CASCADE;
