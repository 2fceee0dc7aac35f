import type { IsoDate } from '#app/domain/duration.ts'
import { MATCHES_KEPT, type Match } from '#app/domain/match.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import { buildOccupationGraph, type OccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { compareRanked, type RankedPair } from '#app/domain/matching/rank.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import { occupations } from '#prisma/reference/occupations.ts'
import type { Random } from '#prisma/reference/random.ts'
import { drawId } from './draw.ts'

type Ranked = Map<string, RankedPair[]>

/** The best pairs of each offer and of each person, as the engine keeps them. */
export function rankEverybody(input: {
  people: readonly MatchPerson[]
  offers: readonly MatchOffer[]
  today: IsoDate
}): { byOffer: Ranked; byProfile: Ranked } {
  const { people, offers, today } = input
  const graph = buildOccupationGraph(occupations)
  const candidates = indexPeople(people, graph)
  const byOffer: Ranked = new Map()
  const byProfile: Ranked = new Map()
  for (const offer of offers) {
    const pairs: RankedPair[] = []
    for (const person of candidates(offer)) {
      if (isFarNorthOrSouth(person, offer)) continue
      if (closedGates(person, offer, today).length > 0) continue
      const score = scorePair(person, offer, { graph, today })
      if (score.occupation <= 0) continue
      const pair = { ...score, offerId: offer.offerId, profileId: person.profileId }
      pairs.push(pair)
      const own = byProfile.get(person.profileId)
      if (own) own.push(pair)
      else byProfile.set(person.profileId, [pair])
    }
    byOffer.set(offer.offerId, best(pairs))
  }
  for (const [profileId, pairs] of byProfile) byProfile.set(profileId, best(pairs))
  return { byOffer, byProfile }
}

/** A degree of latitude is more than 110 km: most pairs too far apart are left out at once. */
const isFarNorthOrSouth = (person: MatchPerson, offer: MatchOffer) =>
  offer.latitude !== null && Math.abs(person.latitude - offer.latitude) * 110 > person.limitKm

const best = (pairs: RankedPair[]) => pairs.sort(compareRanked).slice(0, MATCHES_KEPT)

/** The people who accept a kind and look for something near an occupation, or for anything; everybody for an offer open to anybody. */
function indexPeople(people: readonly MatchPerson[], graph: OccupationGraph) {
  const wanted = [...new Set(people.flatMap(({ projects }) => projects.map((p) => p.occupationCode)))]
  const found = new Map<string, readonly MatchPerson[]>()
  return ({ occupationCode: code, kind }: MatchOffer): readonly MatchPerson[] => {
    const key = `${kind} ${code}`
    const known = found.get(key)
    if (known) return known
    const near = new Set(code === null ? wanted : wanted.filter((other) => graph.proximity(other, code) > 0))
    const isNear = ({ isOpenToAnyOccupation, projects }: MatchPerson) =>
      code === null ||
      isOpenToAnyOccupation ||
      projects.some(({ occupationCode }) => near.has(occupationCode))
    const fits = people.filter((person) => person.kinds.includes(kind) && isNear(person))
    found.set(key, fits)
    return fits
  }
}

/** The rows of these pairs: one for a pair that is among the best of both. */
export function toMatches(
  random: Random,
  ranked: { byOffer: Ranked; byProfile: Ranked },
  options: { territoryId: string; now: Date },
): Match[] {
  const rows = new Map<string, Match>()
  const add = (pair: RankedPair, side: 'isTopForOffer' | 'isTopForProfile') => {
    const key = `${pair.offerId} ${pair.profileId}`
    const row = rows.get(key) ?? {
      id: drawId(random),
      offerId: pair.offerId,
      profileId: pair.profileId,
      territoryId: options.territoryId,
      scoringVersion: SCORING_VERSION,
      scoreTenths: pair.scoreTenths,
      distanceKm: pair.distanceKm,
      criteria: pair.criteria,
      missing: [],
      state: 'proposed',
      reason: null,
      isTopForOffer: false,
      isTopForProfile: false,
      version: 1,
      updatedAt: options.now,
    }
    row[side] = true
    rows.set(key, row)
  }
  for (const pairs of ranked.byOffer.values()) for (const pair of pairs) add(pair, 'isTopForOffer')
  for (const pairs of ranked.byProfile.values()) for (const pair of pairs) add(pair, 'isTopForProfile')
  return [...rows.values()]
}
