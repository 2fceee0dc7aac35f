import type { Offer } from '../offer.ts'
import type { MatchOffer } from './pair.ts'

/** An offer as matching knows it; with `maxApplications` live applications it is not open. */
export const matchOfferOf = (offer: Offer, maxApplications: number): MatchOffer => {
  const { details } = offer
  return {
    offerId: offer.id,
    kind: details.kind,
    latitude: offer.latitude,
    longitude: offer.longitude,
    occupationCode: offer.occupationCode,
    contract: details.kind === 'job' || details.kind === 'clause' ? details.contract : null,
    slots: offer.slots,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn,
    licences: offer.licences,
    skills: offer.skills,
    experience: offer.experience,
    eligiblePublics: details.kind === 'clause' ? details.eligiblePublics : [],
    isOpen: offer.state === 'published' && offer.applicationCount < maxApplications,
  }
}
