import { listOffersIn, lockOffersOf } from '#app/db/organisation-offers.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
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
    const { organisationId } = offer
    const organisation = organisationId && (await findOrganisation(tx, scopeOf(actor), organisationId))
    if (!organisation) return refuse('not_found')
    await lockOffersOf(tx, organisation.id)
    const [{ settings }, standing] = [
      await getTerritory(tx, offer.territoryId),
      await listOffersIn(tx, scopeOf(actor), { organisationId: organisation.id, states: STANDING_STATES }),
    ]
    const decision = decidePublish(offer, {
      actor,
      now,
      isConfirmed,
      standing,
      lifetimeDays: settings.offerLifetimeDays,
      organisationState: organisation.state,
    })
    return decision.ok ? saveOfferDecision(tx, decision.value, { actor, now }) : decision
  })
