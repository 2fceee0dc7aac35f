import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { compareRanked, type RankedPair, rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { createMatchingEngine, type MatchingEngine } from '#workers/matching/engine.ts'
import { type Country, TODAY } from './matching-country.ts'

const KEEP = 50
const CHUNK = 20_000

/** How many questions were compared with the domain's own answer, and how many answers differed in anything. */
export type Verdict = { queries: number; pairs: number; mismatches: number }

type Answer = ReturnType<MatchingEngine['rankPeople']>
const isSame = (answer: Answer, expected: RankedPair[]) =>
  answer.ok && JSON.stringify(answer.value.map(plain)) === JSON.stringify(expected.map(plain))
const plain = ({ offerId, profileId, scoreTenths, distanceKm, occupation, criteria }: RankedPair) => [
  offerId,
  profileId,
  scoreTenths,
  distanceKm,
  occupation,
  criteria,
]

/** Compares random questions, half each way, with the domain over a pool small enough to be scored pair by pair. */
export function compareOnSmallPool(country: Country, size: { queries: number; pool: number }): Verdict {
  const graph = buildOccupationGraph(country.occupations)
  const people = Array.from({ length: size.pool }, (_, at) => country.person(at))
  const offers = Array.from({ length: size.pool }, (_, at) => country.offer(at))
  const engine = createMatchingEngine(country)
  for (const person of people) engine.putPerson(person)
  for (const offer of offers) engine.putOffer(offer)
  const verdict = { queries: 0, pairs: 0, mismatches: 0 }
  const count = (answer: Answer, expected: RankedPair[]) => {
    verdict.queries++
    verdict.pairs += expected.length
    if (!isSame(answer, expected)) verdict.mismatches++
  }
  for (let query = 0; query < size.queries; query++) {
    const wanted = { graph, today: TODAY, keep: [1, 5, 20, KEEP][query % 4] ?? KEEP }
    const offer = country.offer(1_000_000 + query)
    count(engine.rankPeople(offer, wanted), rankPeople(offer, people, wanted))
    const person = country.person(2_000_000 + query)
    count(engine.rankOffers(person, wanted), rankOffers(person, offers, wanted))
  }
  return verdict
}

const merge = (best: RankedPair[], more: RankedPair[]) =>
  [...best, ...more].sort(compareRanked).slice(0, KEEP)

/** Compares a few questions each way with the domain over the whole pool, made again part by part. */
export function compareOnWholePool(
  country: Country,
  engine: MatchingEngine,
  size: { profiles: number; offers: number; queries: number },
): Verdict {
  const wanted = { graph: buildOccupationGraph(country.occupations), today: TODAY, keep: KEEP }
  const askOffers: MatchOffer[] = Array.from({ length: size.queries }, (_, at) =>
    country.offer(Math.floor((at * size.offers) / size.queries)),
  )
  const askPeople: MatchPerson[] = Array.from({ length: size.queries }, (_, at) =>
    country.person(Math.floor((at * size.profiles) / size.queries)),
  )
  const forOffers = askOffers.map((): RankedPair[] => [])
  const forPeople = askPeople.map((): RankedPair[] => [])
  for (let from = 0; from < size.profiles; from += CHUNK) {
    const length = Math.min(CHUNK, size.profiles - from)
    const people = Array.from({ length }, (_, at) => country.person(from + at))
    for (const [at, offer] of askOffers.entries())
      forOffers[at] = merge(forOffers[at] ?? [], rankPeople(offer, people, wanted))
  }
  for (let from = 0; from < size.offers; from += CHUNK) {
    const length = Math.min(CHUNK, size.offers - from)
    const offers = Array.from({ length }, (_, at) => country.offer(from + at))
    for (const [at, person] of askPeople.entries())
      forPeople[at] = merge(forPeople[at] ?? [], rankOffers(person, offers, wanted))
  }
  const verdict = { queries: 0, pairs: 0, mismatches: 0 }
  const count = (answer: Answer, expected: RankedPair[]) => {
    verdict.queries++
    verdict.pairs += expected.length
    if (!isSame(answer, expected)) verdict.mismatches++
  }
  for (const [at, offer] of askOffers.entries()) count(engine.rankPeople(offer, wanted), forOffers[at] ?? [])
  for (const [at, person] of askPeople.entries())
    count(engine.rankOffers(person, wanted), forPeople[at] ?? [])
  return verdict
}
