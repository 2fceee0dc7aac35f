import type { Db } from './client.server.ts'
import { offersWithin } from './offers.server.ts'

/** The titles of the offers with these ids that the public may or might once read, by id. Others are left out. */
export async function listOfferNames(db: Db, offerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.offer.findMany({
    where: { AND: [offersWithin({ kind: 'public' }), { id: { in: [...offerIds] } }] },
    select: { id: true, title: true },
  })
  return new Map(rows.map(({ id, title }) => [id, title]))
}
