import type { RescoredPair } from '#app/db/match-replacement.server.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { RankContext } from '#app/domain/matching/rank.ts'
import { scorePair } from '#app/domain/matching/score.ts'

/** Half of the Earth's circumference in km: the distance kept for an offer whose position is not known. */
const FARTHEST_KM = 20_015

/** A pair already kept, scored again whatever its gates, with those that are closed now. */
export function rescore(person: MatchPerson, offer: MatchOffer, context: RankContext): RescoredPair {
  const score = scorePair(person, offer, context)
  return {
    ...score,
    distanceKm: Math.min(score.distanceKm, FARTHEST_KM),
    offerId: offer.offerId,
    profileId: person.profileId,
    missing: closedGates(person, offer, context.today),
  }
}
