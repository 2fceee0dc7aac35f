import { daysBetween, type IsoDate } from '../duration.ts'
import { distanceKm } from '../geo.ts'
import { heldLicences } from '../licence.ts'
import type { Gate } from './criteria.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { START_TOLERANCE_DAYS } from './weights.ts'

/** Straight-line distance of the pair in km; infinite when the offer has no known position. */
export const pairDistanceKm = (person: MatchPerson, offer: MatchOffer): number =>
  offer.latitude === null || offer.longitude === null
    ? Number.POSITIVE_INFINITY
    : distanceKm(person, { latitude: offer.latitude, longitude: offer.longitude })

/** The day on which somebody could begin: the offer's start, or today when it has begun already or names none. */
export const firstDay = ({ startsOn }: MatchOffer, today: IsoDate): IsoDate =>
  startsOn !== null && startsOn > today ? startsOn : today

/** The licences and certificates that an offer asks for and the person neither holds nor is given by another, each once. */
export function lackingLicences(person: MatchPerson, offer: MatchOffer): string[] {
  if (offer.licences.length === 0) return []
  const held = heldLicences(person.licences)
  return [...new Set(offer.licences.filter((licence) => !held.includes(licence)))]
}

const datesApart = (person: MatchPerson, offer: MatchOffer, today: IsoDate): boolean => {
  if (offer.endsOn !== null && offer.endsOn < today) return true
  if (person.availableFrom === null) return false
  if (offer.endsOn !== null && person.availableFrom > offer.endsOn) return true
  return daysBetween(firstDay(offer, today), person.availableFrom) > START_TOLERANCE_DAYS
}

/**
 * The gates closed for this pair, in their order; empty when the pair may be proposed. `today` is the day in Paris.
 * Sources: L1132-1 (nothing protected is read), L5132-1 and the public contract's clause (eligibility).
 */
export function closedGates(person: MatchPerson, offer: MatchOffer, today: IsoDate): Gate[] {
  const closed: Gate[] = []
  if (!person.kinds.includes(offer.kind)) closed.push('kind')
  if (!(pairDistanceKm(person, offer) <= person.limitKm)) closed.push('distance')
  if (lackingLicences(person, offer).length > 0) closed.push('licence')
  if (
    offer.slots.length > 0 &&
    person.slots.length > 0 &&
    !offer.slots.some((slot) => person.slots.includes(slot))
  )
    closed.push('schedule')
  if (datesApart(person, offer, today)) closed.push('dates')
  if (
    offer.eligiblePublics.length > 0 &&
    !offer.eligiblePublics.some((p) => person.eligiblePublics.includes(p))
  )
    closed.push('eligibility')
  if (!person.isReachable) closed.push('consent')
  if (!offer.isOpen) closed.push('capacity')
  return closed
}
