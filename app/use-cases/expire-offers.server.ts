import { db } from '#app/db/client.server.ts'
import { addOfferChange, findOffer, saveOffer } from '#app/db/offers.server.ts'
import { listExpiredOfferIds } from '#app/db/offers-due.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { decideOffer } from '#app/domain/offer.decide.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

const SYSTEM = { kind: 'system' } as const
const LIMIT = 500

const expireOffer = (offerId: string, now: Date): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const offer = await findOffer(tx, SYSTEM, offerId)
    if (!offer?.expiresAt || offer.expiresAt > now) return refuse('not_found')
    const decision = decideOffer(offer, { action: 'expire', actor: SYSTEM, now, lifetimeDays: 0 })
    if (!decision.ok) return decision
    const { offer: next, change, events } = decision.value
    if (!(await saveOffer(tx, next, offer.version))) return refuse('stale_version')
    await addOfferChange(tx, offerId, { ...change, actor: SYSTEM, now })
    await appendEvents(tx, events, now)
    return ok(null)
  })

/** Expires the offers whose time has come, 500 at most, and returns how many. One that somebody prolongs meanwhile stays. */
export async function expireOffers({ now }: { now: Date }): Promise<number> {
  let expired = 0
  for (const id of await listExpiredOfferIds(db(), { now, limit: LIMIT }))
    if ((await expireOffer(id, now)).ok) expired++
  return expired
}
