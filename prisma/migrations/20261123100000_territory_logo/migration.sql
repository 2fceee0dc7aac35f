-- The territory's logo: what the pages say of it, and its content, read only where it is fetched.
ALTER TABLE "territory" ADD COLUMN "logo" JSONB;
ALTER TABLE "territory" ADD COLUMN "logo_content" BYTEA;
ALTER TABLE "territory" ALTER COLUMN "logo_content" SET STORAGE EXTERNAL;
ALTER TABLE "territory" ADD CONSTRAINT "territory_logo"
  CHECK (("logo" IS NULL) = ("logo_content" IS NULL) AND ("logo_content" IS NULL OR length("logo_content") BETWEEN 1 AND 12000));
