import { readOffers, readOffersMatched, readPeople, readPeopleMatched } from '#app/db/match-pool.server.ts'
import type { PlacedOffer, PlacedPerson } from '#app/db/match-rows.server.ts'
import type { IsoDate } from '#app/domain/duration.ts'
import { MATCHES_KEPT } from '#app/domain/match.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { RankContext, RankedPair } from '#app/domain/matching/rank.ts'
import type { Result } from '#app/domain/result.ts'
import { logger } from '#app/system/logger.server.ts'
import type { Found, Question } from './matcher.ts'
import type { Pools } from './pools.ts'
import { rescore } from './rescore.ts'

function rankedOr(result: Result<RankedPair[]>, subject: Record<string, string>): RankedPair[] {
  if (result.ok) return result.value
  logger.warn({ ...subject, fields: Object.keys(result.refusal.fields) }, 'not matched')
  return []
}

function forOffer(
  pools: Pools,
  placed: PlacedOffer,
  people: readonly MatchPerson[],
  context: RankContext,
): Found {
  const { item: offer, territoryId, isPublished } = placed
  const { offerId } = offer
  if (!isPublished) return { id: offerId, territoryId, isMatched: false, top: [], kept: [] }
  const top = rankedOr(pools.engineOf(territoryId).rankPeople(offer, context), { offerId })
  const isTop = new Set(top.map(({ profileId }) => profileId))
  const others = people.filter(({ profileId }) => !isTop.has(profileId))
  const kept = others.map((person) => rescore(person, offer, context))
  return { id: offerId, territoryId, isMatched: true, top, kept }
}

function forPerson(
  pools: Pools,
  { item: person, territoryId, isActive }: PlacedPerson,
  offers: readonly MatchOffer[],
  context: RankContext,
): Found {
  const { profileId } = person
  if (!isActive) return { id: profileId, territoryId, isMatched: false, top: [], kept: [] }
  const ranked = rankedOr(pools.engineOf(territoryId).rankOffers(person, context), { profileId })
  // The list of somebody who does not want to be proposed is for her or his eyes alone: no desk and no organisation counts it.
  const top = person.isReachable ? ranked : ranked.map((pair) => ({ ...pair, missing: ['consent' as const] }))
  const isTop = new Set(top.map(({ offerId }) => offerId))
  const others = offers.filter(({ offerId }) => !isTop.has(offerId))
  const kept = others.map((offer) => rescore(person, offer, context))
  return { id: profileId, territoryId, isMatched: true, top, kept }
}

const contextOf = (pools: Pools, today: IsoDate): RankContext => ({
  graph: pools.graph(),
  today,
  keep: MATCHES_KEPT,
})

/** Answers questions from pools that have just caught up; those asked about are read afresh, all of them at once. */
export async function answer(pools: Pools, { side, ids, today }: Question): Promise<Found[]> {
  const context = contextOf(pools, today)
  const ceilings = pools.ceilings()
  if (side === 'offers') {
    const [offers, matched] = await Promise.all([readOffers(ids, ceilings), readPeopleMatched(ids)])
    return offers.map((offer) => forOffer(pools, offer, matched.get(offer.item.offerId) ?? [], context))
  }
  const [people, matched] = await Promise.all([readPeople(ids), readOffersMatched(ids, ceilings)])
  return people.map((person) => forPerson(pools, person, matched.get(person.item.profileId) ?? [], context))
}
