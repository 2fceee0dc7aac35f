import { lockThing } from '#app/db/lock.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { scopeOf } from '#app/domain/actor.ts'
import { hasSameContent } from '#app/domain/offer.draft.ts'
import { decideEdit } from '#app/domain/offer.edit.ts'
import { canEditOffer, ownsOffer } from '#app/domain/offer.policy.ts'
import type { WrittenOffer } from '#app/domain/offer.schema.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import type { OfferCommand } from './change-offer.server.ts'
import { checkWrittenOffer } from './check-written-offer.server.ts'
import { saveOfferDecision } from './save-offer-decision.server.ts'

/**
 * Changes what an offer says; flagged text sends a published offer to review. The same text sent twice is saved once.
 * Refusals: `not_found`, `invalid_input`, `stale_version`, `transition_impossible`.
 */
export const updateOffer = (command: OfferCommand & WrittenOffer): Promise<Result<Offer>> =>
  inTransaction(async (tx) => {
    const { actor, offerId, version, now } = command
    await lockThing(tx, 'offer', offerId)
    const offer = await findOffer(tx, scopeOf(actor), offerId)
    if (!offer || !ownsOffer(actor, offer)) return refuse('not_found')
    const checked = await checkWrittenOffer(tx, command)
    if (!checked.ok) return checked
    const { content, position } = checked.value
    if (hasSameContent(offer, content)) return ok(offer)
    // Closed meanwhile: said before the version, as nothing that is typed again would be saved.
    if (!canEditOffer(actor, offer)) return refuse('transition_impossible')
    if (offer.version !== version) return refuse('stale_version')
    const decision = decideEdit(offer, { content, position, actor, now })
    return decision.ok ? saveOfferDecision(tx, decision.value, { actor, now }) : decision
  })
