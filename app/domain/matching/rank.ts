import type { IsoDate } from '../duration.ts'
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

function pair(person: MatchPerson, offer: MatchOffer, context: RankContext): RankedPair[] {
  if (closedGates(person, offer, context.today).length > 0) return []
  const score = scorePair(person, offer, context)
  return score.occupation > 0 ? [{ ...score, offerId: offer.offerId, profileId: person.profileId }] : []
}

/** The people to propose for an offer: gates open, an occupation in common, best first, at most `keep`. */
export const rankPeople = (
  offer: MatchOffer,
  people: readonly MatchPerson[],
  context: RankContext,
): RankedPair[] =>
  people
    .flatMap((person) => pair(person, offer, context))
    .sort(compareRanked)
    .slice(0, context.keep)

/** The offers to propose to a person: gates open, an occupation in common, best first, at most `keep`. */
export const rankOffers = (
  person: MatchPerson,
  offers: readonly MatchOffer[],
  context: RankContext,
): RankedPair[] =>
  offers
    .flatMap((offer) => pair(person, offer, context))
    .sort(compareRanked)
    .slice(0, context.keep)
