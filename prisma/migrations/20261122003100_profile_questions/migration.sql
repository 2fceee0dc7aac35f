-- How much a person wants to work, and which questions of the profile have had an answer, be it "nothing".
ALTER TABLE "profile" ADD COLUMN "hours" TEXT[] DEFAULT ARRAY[]::TEXT[], ADD COLUMN "answered" TEXT[] DEFAULT ARRAY[]::TEXT[];
