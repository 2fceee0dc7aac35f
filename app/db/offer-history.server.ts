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

/** Those of these offers that an officer's approval, and not their own organisation, put on line last. */
export async function listApprovedLast(db: Db, offerIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ offerId: string; action: string }[]>`
    select distinct on (offer_id) offer_id as "offerId", action from offer_change
    where offer_id = any(${[...offerIds]}::uuid[]) and action in ('publish', 'approve')
    order by offer_id, at desc, id desc`
  return rows.filter(({ action }) => action === 'approve').map(({ offerId }) => offerId)
}
