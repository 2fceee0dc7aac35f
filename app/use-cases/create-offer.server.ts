import type { Db } from '#app/db/client.server.ts'
import { addOfferChange, findOffer } from '#app/db/offers.server.ts'
import { createOfferOnce } from '#app/db/organisation-offers.server.ts'
import { findOrganisation } from '#app/db/organisations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { draftOffer } from '#app/domain/offer.draft.ts'
import { decideEdit } from '#app/domain/offer.edit.ts'
import type { WrittenOffer } from '#app/domain/offer.schema.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { checkWrittenOffer } from './check-written-offer.server.ts'
import { saveOfferDecision } from './save-offer-decision.server.ts'

export type CreateOffer = WrittenOffer & {
  actor: Extract<Actor, { kind: 'recruiter' }>
  /** Made with the form: sent twice, it makes one draft. */
  offerId: string
  now: Date
}

/**
 * Writes a draft at its commune's centre. The same form sent again keeps the one draft and what was written last.
 * Refusals: `not_found`, `forbidden` for a closed organisation, `invalid_input`, `stale_version`.
 */
export const createOffer = (command: CreateOffer): Promise<Result<Offer>> =>
  inTransaction(async (tx) => {
    const { actor, offerId: id, now } = command
    const organisation = await findOrganisation(tx, scopeOf(actor), actor.organisationId)
    if (!organisation) return refuse('not_found')
    if (organisation.state === 'closed') return refuse('forbidden')
    const checked = await checkWrittenOffer(tx, command)
    if (!checked.ok) return checked
    const { content, position } = checked.value
    const { territoryId, id: organisationId } = organisation
    const decision = draftOffer({ id, territoryId, organisationId, content, position, now })
    if (!(await createOfferOnce(tx, decision.offer))) return writeAgain(tx, command, decision.offer)
    await addOfferChange(tx, id, { ...decision.change, actor, now })
    return ok(decision.offer)
  })

async function writeAgain(tx: Db, { actor, now }: CreateOffer, written: Offer): Promise<Result<Offer>> {
  const offer = await findOffer(tx, scopeOf(actor), written.id)
  if (!offer) return refuse('not_found')
  const { latitude, longitude } = written
  if (offer.state !== 'draft' || latitude === null || longitude === null) return refuse('stale_version')
  const decision = decideEdit(offer, { content: written, position: { latitude, longitude }, actor, now })
  if (!decision.ok) return decision
  return decision.value.offer === offer ? ok(offer) : saveOfferDecision(tx, decision.value, { actor, now })
}
