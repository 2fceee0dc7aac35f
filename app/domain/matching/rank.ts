import type { IsoDate } from '../duration.ts'
import type { Gate } from './criteria.ts'
import { closedGates } from './gates.ts'
import type { OccupationGraph } from './occupation-graph.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { type Score, scorePair } from './score.ts'

export type RankContext = { graph: OccupationGraph; today: IsoDate; keep: number }
export type RankedPair = Score & { offerId: string; profileId: string }

/** Best first: score, then nearer, then ids, so that the order never depends on the order of the input. */
export const compareRanked = (a: RankedPair, b: RankedPair): number =>
  b.scoreTenths - a.scoreTenths ||
  a.distanceKm - b.distanceKm ||
  (a.profileId < b.profileId ? -1 : a.profileId > b.profileId ? 1 : 0) ||
  (a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : 0)

function pair(person: MatchPerson, offer: MatchOffer, closed: readonly Gate[], context: RankContext) {
  if (closed.length > 0) return []
  const score = scorePair(person, offer, context)
  return score.occupation > 0 ? [{ ...score, offerId: offer.offerId, profileId: person.profileId }] : []
}

const closedToHerself = (person: MatchPerson, offer: MatchOffer, today: IsoDate) =>
  closedGates(person, offer, today).filter((gate) => gate !== 'consent')

/** The people to propose for an offer: gates open, an occupation in common, best first, at most `keep`. */
export const rankPeople = (
  offer: MatchOffer,
  people: readonly MatchPerson[],
  context: RankContext,
): RankedPair[] =>
  people
    .flatMap((person) => pair(person, offer, closedGates(person, offer, context.today), context))
    .sort(compareRanked)
    .slice(0, context.keep)

/**
 * The offers in a person's own list: gates open, an occupation in common, best first, at most `keep`. Whoever does not want to be
 * proposed still has the list: nobody else sees it.
 */
export const rankOffers = (
  person: MatchPerson,
  offers: readonly MatchOffer[],
  context: RankContext,
): RankedPair[] =>
  offers
    .flatMap((offer) => pair(person, offer, closedToHerself(person, offer, context.today), context))
    .sort(compareRanked)
    .slice(0, context.keep)
