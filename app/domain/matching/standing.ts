import type { IsoDate } from '../duration.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'

/** What keeps a person from most offers, or from any, whatever the offers are. */
export const PERSON_HINDRANCES = ['no_kind', 'no_project', 'zero_limit'] as const
export type PersonHindrance = (typeof PERSON_HINDRANCES)[number]

/** What keeps an offer from everybody; `started` keeps it from nobody and is worth a look. */
export const OFFER_HINDRANCES = ['no_place', 'ended', 'full', 'started'] as const
export type OfferHindrance = (typeof OFFER_HINDRANCES)[number]

/** True when nobody is matched with an offer that one of these keeps back. */
export const matchesNobody = (hindrances: readonly OfferHindrance[]): boolean =>
  hindrances.some((one) => one !== 'started')

/**
 * A profile's hindrances: no kind of offer chosen (matches nothing), no occupation and not open to any (offers open to
 * anybody only), a limit of 0 km (the same place only).
 */
export function personHindrances(
  person: Pick<MatchPerson, 'kinds' | 'projects' | 'isOpenToAnyOccupation' | 'limitKm'>,
): PersonHindrance[] {
  const is: Record<PersonHindrance, boolean> = {
    no_kind: person.kinds.length === 0,
    no_project: person.projects.length === 0 && !person.isOpenToAnyOccupation,
    zero_limit: person.limitKm === 0,
  }
  return PERSON_HINDRANCES.filter((one) => is[one])
}

/**
 * An offer's hindrances while it is meant to be answered: no position, its last day past, no room for another answer
 * (each matches nobody); a first day past, which still matches.
 */
export function offerHindrances(
  offer: Pick<MatchOffer, 'latitude' | 'longitude' | 'startsOn' | 'endsOn'> & { isFull: boolean },
  today: IsoDate,
): OfferHindrance[] {
  const hasEnded = offer.endsOn !== null && offer.endsOn < today
  const is: Record<OfferHindrance, boolean> = {
    no_place: offer.latitude === null || offer.longitude === null,
    ended: hasEnded,
    full: offer.isFull,
    started: !hasEnded && offer.startsOn !== null && offer.startsOn < today,
  }
  return OFFER_HINDRANCES.filter((one) => is[one])
}
