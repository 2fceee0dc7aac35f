import { db } from '#app/db/client.server.ts'
import { createOffer as insertOffer } from '#app/db/offers.server.ts'
import type { Offer, OfferKind } from '#app/domain/offer.ts'
import { newId } from '#app/system/id.server.ts'
import { createCommune } from './commune.ts'
import { buildOffer } from './offer-content.ts'
import { createOrganisation } from './organisation.ts'

/** A published offer at Laon of a verified organisation, made with it unless `organisationId` is given (null: imported). */
export async function createOffer(overrides: Partial<Offer> & { kind?: OfferKind } = {}): Promise<Offer> {
  const owner =
    overrides.organisationId === undefined || overrides.territoryId === undefined
      ? await ownerOf(overrides)
      : { organisationId: overrides.organisationId, territoryId: overrides.territoryId }
  if (!overrides.communeCode) await createCommune()
  const offer = buildOffer({ id: newId(), ...overrides, ...owner })
  await insertOffer(db(), offer)
  return offer
}

async function ownerOf({ organisationId, territoryId }: Partial<Offer>) {
  if (organisationId) {
    const row = await db().organisation.findUniqueOrThrow({ where: { id: organisationId } })
    return { organisationId, territoryId: row.territoryId }
  }
  const organisation = await createOrganisation(territoryId ? { territoryId } : {})
  const isImported = organisationId === null
  return { organisationId: isImported ? null : organisation.id, territoryId: organisation.territoryId }
}
