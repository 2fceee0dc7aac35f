import type { Occupation } from '#app/domain/occupation.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import type { Db } from './client.server.ts'

/** Every occupation, by label. */
export const listOccupations = (db: Db): Promise<Occupation[]> =>
  db.occupation.findMany({ orderBy: { label: 'asc' } })

/** The occupation with this ROME code, or null. */
export const findOccupation = (db: Db, romeCode: string): Promise<Occupation | null> =>
  db.occupation.findUnique({ where: { romeCode } })

/** The codes of the occupations with most published offers of these kinds in a territory, ties by code; at most `limit`. */
export async function listMostOfferedCodes(
  db: Db,
  asked: { territoryId: string; kinds: readonly OfferKind[]; limit: number },
): Promise<string[]> {
  const { territoryId, kinds, limit } = asked
  const rows = await db.offer.groupBy({
    by: ['occupationCode'],
    where: { territoryId, state: 'published', kind: { in: [...kinds] }, occupationCode: { not: null } },
    _count: { _all: true },
    orderBy: [{ _count: { id: 'desc' } }, { occupationCode: 'asc' }],
    take: limit,
  })
  return rows.flatMap(({ occupationCode }) => (occupationCode === null ? [] : [occupationCode]))
}

/** Every name that ROME gives to its occupations. */
export const listAppellations = (db: Db) =>
  db.appellation.findMany({ select: { label: true, romeCode: true } })

/** Creates or updates occupations by ROME code. */
export async function saveOccupations(db: Db, occupations: readonly Occupation[]): Promise<void> {
  for (const occupation of occupations)
    await db.occupation.upsert({
      where: { romeCode: occupation.romeCode },
      create: occupation,
      update: occupation,
    })
}

/** Every skill and every licence or certificate: code and plain French label. */
export const listSkills = (db: Db) => db.skill.findMany({ orderBy: { label: 'asc' } })
export const listLicences = (db: Db) => db.licence.findMany({ orderBy: { label: 'asc' } })

type LabelledCode = { code: string; label: string }

/** Adds skills, licences or certificates; those already known are left as they are. */
export async function createSkills(db: Db, skills: readonly LabelledCode[]): Promise<void> {
  await db.skill.createMany({
    data: skills.map(({ code, label }) => ({ code, label })),
    skipDuplicates: true,
  })
}
export async function createLicences(db: Db, licences: readonly LabelledCode[]): Promise<void> {
  await db.licence.createMany({
    data: licences.map(({ code, label }) => ({ code, label })),
    skipDuplicates: true,
  })
}
