import type { Offer } from '#app/domain/offer.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createEmployer, createGround, openDemoAccounts } from './world.ts'

export const LIMIT_MS = 60_000

/** A cannery with an offer on line and somebody who applied, another offer to be read, and the demo's accounts. */
export async function createCannery(): Promise<{ offer: Offer; inReview: Offer; applicationId: string }> {
  const { territoryId } = await createGround()
  const employer = { territoryId, name: 'Conserverie du Laonnois', recruiterName: 'Hélène Caron' }
  const { organisationId } = await createEmployer(employer)
  const owner = { territoryId, organisationId }
  const offer = await createOffer({ ...owner, title: 'Commis de cuisine en brasserie' })
  const inReview = await createOffer({ ...owner, title: 'Plonge', state: 'in_review' })
  const { profile } = await createCandidate({ account: { territoryId } })
  const { id: applicationId } = await createApplication({ offerId: offer.id, profileId: profile.id })
  await openDemoAccounts()
  return { offer, inReview, applicationId }
}
