import type { Db } from './client.server.ts'

/** Ids of the published and suspended offers whose expiry has come, the oldest first. */
export async function listExpiredOfferIds(db: Db, due: { now: Date; limit: number }): Promise<string[]> {
  const rows = await db.offer.findMany({
    where: { state: { in: ['published', 'suspended'] }, expiresAt: { lte: due.now } },
    orderBy: { expiresAt: 'asc' },
    take: due.limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Published offers of a territory that expire after an instant and not after another. */
export async function listExpiringOffers(
  db: Db,
  due: { territoryId: string; after: Date; until: Date },
): Promise<{ id: string; expiresAt: Date }[]> {
  const rows = await db.offer.findMany({
    where: {
      territoryId: due.territoryId,
      state: 'published',
      organisationId: { not: null },
      expiresAt: { gt: due.after, lte: due.until },
    },
    orderBy: { expiresAt: 'asc' },
    select: { id: true, expiresAt: true },
  })
  return rows.flatMap(({ id, expiresAt }) => (expiresAt ? [{ id, expiresAt }] : []))
}

/** Every territory's id and settings as stored. */
export const listTerritoryIds = async (db: Db): Promise<string[]> =>
  (await db.territory.findMany({ select: { id: true }, orderBy: { departementCode: 'asc' } })).map(
    ({ id }) => id,
  )
