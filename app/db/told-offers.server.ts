import type { Db } from './client.server.ts'

type Told = { profileId: string; savedSearchId: string; digestId: string; toldAt: Date }

/** Of these offers, in their order, those published that a person was not told of, did not set aside and has not answered. */
export async function listOffersToTell(
  db: Db,
  of: { profileId: string; offerIds: readonly string[] },
): Promise<string[]> {
  const none = { none: { profileId: of.profileId } }
  const rows = await db.offer.findMany({
    where: {
      id: { in: [...of.offerIds] },
      state: 'published',
      told: none,
      applications: none,
      marks: { none: { profileId: of.profileId, mark: 'set_aside' } },
    },
    select: { id: true },
  })
  const ids = new Set(rows.map(({ id }) => id))
  return of.offerIds.filter((id) => ids.has(id))
}

/** Writes that a person is told of these offers, together. */
export async function createToldOffers(db: Db, told: Told, offerIds: readonly string[]): Promise<void> {
  await db.toldOffer.createMany({ data: offerIds.map((offerId) => ({ ...told, offerId })) })
}

/** The offers of one look that are still published, the newest first, and the search that found them, unless it is gone. */
export async function findDigest(
  db: Db,
  digestId: string,
): Promise<{ savedSearchId: string | null; offerIds: string[] }> {
  const rows = await db.toldOffer.findMany({
    where: { digestId, offer: { state: 'published' } },
    orderBy: [{ offer: { publishedAt: 'desc' } }, { offerId: 'asc' }],
    select: { offerId: true, savedSearchId: true },
  })
  return { savedSearchId: rows[0]?.savedSearchId ?? null, offerIds: rows.map(({ offerId }) => offerId) }
}

/** The id of the last look of a search that told something, or null. */
export async function findLastDigestId(db: Db, savedSearchId: string): Promise<string | null> {
  const row = await db.toldOffer.findFirst({ where: { savedSearchId }, orderBy: { toldAt: 'desc' } })
  return row?.digestId ?? null
}
