import { findOrganisation, saveOrganisationState } from '#app/db/organisations.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { scopeOf } from '#app/domain/actor.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { changeOffer, type OfferCommand } from './change-offer.server.ts'

/**
 * Puts a reviewed offer on line. Its organisation is verified by the same gesture: its next offers publish at once.
 * Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`.
 */
export const approveOffer = (command: OfferCommand): Promise<Result<Offer>> =>
  inTransaction(async (tx) => {
    const approved = await changeOffer(tx, 'approve', command)
    if (!approved.ok) return approved
    const { organisationId } = approved.value
    const organisation =
      organisationId && (await findOrganisation(tx, scopeOf(command.actor), organisationId))
    if (organisation && organisation.state === 'pending') {
      await saveOrganisationState(tx, organisation.id, 'verified')
      await appendEvents(
        tx,
        [{ type: 'organisation.verified', payload: { organisationId: organisation.id } }],
        command.now,
      )
    }
    return ok(approved.value)
  })
