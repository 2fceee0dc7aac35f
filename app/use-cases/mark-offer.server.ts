import { lockThing } from '#app/db/lock.server.ts'
import { listOfferMarks, removeOfferMark, saveOfferMark } from '#app/db/offer-marks.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { decideMark, type OfferMarkKind } from '#app/domain/offer-mark.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/**
 * A candidate keeps an offer, sets it aside, or (null) does neither any more. It tells no fact: nothing but her or his own lists
 * follows from it. The same gesture twice is once. Refusals: `forbidden`, `not_found` for what was never published, `list_full`.
 */
export function markOffer(options: {
  actor: Actor
  offerId: string
  mark: OfferMarkKind | null
  now: Date
}): Promise<Result<null>> {
  const { actor, offerId, mark, now } = options
  return inTransaction(async (tx) => {
    if (actor.kind !== 'candidate') return refuse('forbidden')
    const { profileId, accountId } = actor
    const offer = await findOffer(tx, scopeOf(actor), offerId)
    if (!offer?.publishedAt) return refuse('not_found')
    await lockThing(tx, 'account', accountId)
    if (mark === null) {
      await removeOfferMark(tx, { profileId, offerId })
      return ok(null)
    }
    const alike = await listOfferMarks(tx, scopeOf(actor), mark)
    if (alike.some((one) => one.offerId === offerId)) return ok(null)
    const decided = decideMark(alike.length)
    if (decided.ok) await saveOfferMark(tx, { profileId, offerId, mark, markedAt: now })
    return decided
  })
}
