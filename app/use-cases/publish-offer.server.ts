import { listOffersIn, lockPublisher } from '#app/db/organisation-offers.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { scopeOf } from '#app/domain/actor.ts'
import { decidePublish, STANDING_STATES } from '#app/domain/offer.publish.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { loadOwnOffer, type OfferCommand } from './change-offer.server.ts'
import { saveOfferDecision } from './save-offer-decision.server.ts'

/**
 * Publishes a draft at once, or hands it to an officer: a first offer of an organisation, or flagged text. `isConfirmed`
 * publishes it beside a twin. Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`,
 * `offer_duplicate` with the twin's id in the field `twinId`.
 */
export const publishOffer = (command: OfferCommand & { isConfirmed?: boolean }): Promise<Result<Offer>> =>
  inTransaction(async (tx) => {
    const { actor, now, isConfirmed = false } = command
    const loaded = await loadOwnOffer(tx, command, ['publish', 'submit'])
    if (!loaded.ok) return loaded
    const { offer, isDone } = loaded.value
    if (isDone) return ok(offer)
    const { organisationId, territoryId } = offer
    const scope = scopeOf(actor)
    const publisher = organisationId && (await lockPublisher(tx, scope, { organisationId, territoryId }))
    if (!publisher) return refuse('not_found')
    const standing = await listOffersIn(tx, scope, { organisationId, states: STANDING_STATES })
    const { lifetimeDays, state: organisationState } = publisher
    const situation = { actor, now, isConfirmed, standing, lifetimeDays, organisationState }
    const decision = decidePublish(offer, situation)
    return decision.ok ? saveOfferDecision(tx, decision.value, { actor, now }) : decision
  })
