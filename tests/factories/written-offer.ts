import { db } from '#app/db/client.server.ts'
import type { WrittenOffer } from '#app/domain/offer.schema.ts'
import type { OfferContent, OfferKind } from '#app/domain/offer.ts'
import type { OrganisationState } from '#app/domain/organisation.ts'
import { newId } from '#app/system/id.server.ts'
import { createOffer } from '#app/use-cases/create-offer.server.ts'
import { createRecruiter } from './account.ts'
import { NOW } from './now.ts'
import { offerContent } from './offer-content.ts'
import { createOrganisation } from './organisation.ts'

/** A recruiter of an organisation in this state. */
export const recruiterOf = async (state: OrganisationState = 'verified') => {
  const organisation = await createOrganisation({ state })
  return (await createRecruiter({ organisationId: organisation.id })).actor
}

/** An offer as its form was filled in. */
export function written(
  kind: OfferKind = 'job',
  changes: Partial<OfferContent> = {},
  place: WrittenOffer['place'] = { typed: 'Laon (02000)', chosenCode: null },
): WrittenOffer {
  const { communeCode: _, ...content } = offerContent(kind, changes)
  return { content, place }
}

/** The stored offer with its history. */
export const rowOf = (id: string) =>
  db().offer.findUniqueOrThrow({ where: { id }, include: { changes: true } })
/** The facts recorded about an offer, oldest first. */
export const eventsOf = async (offerId: string) =>
  (
    await db().outboxEvent.findMany({
      where: { payload: { path: ['offerId'], equals: offerId } },
      orderBy: { sequence: 'asc' },
    })
  ).map(({ type }) => type)

/** A draft of this recruiter. */
export async function draft(
  actor: Awaited<ReturnType<typeof recruiterOf>>,
  changes: Partial<OfferContent> = {},
) {
  const result = await createOffer({ actor, offerId: newId(), now: NOW, ...written('job', changes) })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
