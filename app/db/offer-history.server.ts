import type { OfferChange } from '#app/domain/offer.decide.ts'
import type { OfferState } from '#app/domain/offer.ts'
import type { Db } from './client.server.ts'

/** The newest line of an offer's history, among these actions when some are given, or null. */
export async function findLastOfferChange(
  db: Db,
  offerId: string,
  actions?: readonly OfferChange['action'][],
): Promise<OfferChange | null> {
  const row = await db.offerChange.findFirst({
    where: { offerId, ...(actions ? { action: { in: [...actions] } } : {}) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (!row) return null
  return {
    action: row.action as OfferChange['action'],
    from: row.fromState as OfferState | null,
    to: row.toState as OfferState,
    reason: row.reason,
  }
}
