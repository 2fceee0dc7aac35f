import { findOrganisation } from '#app/db/organisations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { scopeOf } from '#app/domain/actor.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { changeOffer, type OfferCommand } from './change-offer.server.ts'
import { decideOrganisation } from './decide-organisation.server.ts'

/**
 * Puts a reviewed offer on line. Its organisation is verified by the same gesture: its next offers publish at once.
 * Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`, `own_organisation` when the actor belongs to
 * that pending organisation.
 */
export const approveOffer = (command: OfferCommand): Promise<Result<Offer>> =>
  inTransaction(async (tx) => {
    const approved = await changeOffer(tx, 'approve', command)
    if (!approved.ok) return approved
    const { organisationId } = approved.value
    const { actor, now } = command
    const organisation = organisationId ? await findOrganisation(tx, scopeOf(actor), organisationId) : null
    if (organisation?.state !== 'pending') return approved
    const verifying = { actor, organisationId: organisation.id, now }
    const verified = await decideOrganisation(tx, { action: 'verified_by_offer', reason: null }, verifying)
    if (verified.ok) return ok(approved.value)
    return verified.refusal.code === 'forbidden' ? refuse('own_organisation') : verified
  })
