import type { Db } from '#app/db/client.server.ts'
import { upsertCommunes } from '#app/db/commune-imports.server.ts'
import { upsertOccupations } from '#app/db/occupation-imports.server.ts'
import { createLicences, createSkills } from '#app/db/occupations.server.ts'
import type { CommuneSeed } from '#prisma/reference/commune-seed.ts'
import { credentials } from '#prisma/reference/credentials.ts'
import { occupations } from '#prisma/reference/occupations.ts'
import { skills } from '#prisma/reference/skills.ts'

/** Writes the communes, the built-in occupations, the skills, the licences and certificates. */
export async function writeReferences(db: Db, communes: readonly CommuneSeed[]): Promise<void> {
  await upsertCommunes(
    db,
    communes.map(({ arrondissementCode: _, ...commune }) => commune),
  )
  await upsertOccupations(
    db,
    occupations.map(({ romeCode, parentCode, domainCode, label, plainLabel, synonyms, near, skills }) => ({
      romeCode,
      parentCode,
      domainCode,
      label,
      plainLabel,
      synonyms,
      near,
      skills,
    })),
  )
  await createSkills(db, skills)
  await createLicences(db, credentials)
}
