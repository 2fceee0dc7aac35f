import { findCommune } from '#app/db/communes.server.ts'
import { addOfferChange, findOffer } from '#app/db/offers.server.ts'
import { createOfferOnce } from '#app/db/organisation-offers.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { parisDate } from '#app/domain/duration.ts'
import { copiedContent, draftOffer } from '#app/domain/offer.draft.ts'
import { ownsOffer } from '#app/domain/offer.policy.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/**
 * "Same as last year": a draft with the content of an offer, its dates moved ahead. `copyId` is made with the button: sent
 * twice, it makes one copy. Refusals: `not_found`.
 */
export const copyOffer = (command: {
  actor: Actor
  offerId: string
  copyId: string
  now: Date
}): Promise<Result<Offer>> =>
  inTransaction(async (tx) => {
    const { actor, offerId, copyId: id, now } = command
    const offer = await findOffer(tx, scopeOf(actor), offerId)
    if (!offer?.organisationId || !ownsOffer(actor, offer)) return refuse('not_found')
    const commune = await findCommune(tx, offer.communeCode)
    if (!commune) return refuse('not_found')
    const { territoryId, organisationId } = offer
    const content = copiedContent(offer, parisDate(now))
    const decision = draftOffer({ id, territoryId, organisationId, content, position: commune, now })
    if (await createOfferOnce(tx, decision.offer))
      await addOfferChange(tx, id, { ...decision.change, actor, now })
    const draft = await findOffer(tx, scopeOf(actor), id)
    return draft ? ok(draft) : refuse('not_found')
  })
