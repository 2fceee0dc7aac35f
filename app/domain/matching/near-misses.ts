import type { TravelLimit } from '../travel.ts'
import { type Change, changedPerson, oneChange } from './counterfactual.ts'
import type { OccupationGraph, OccupationNode } from './occupation-graph.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { compareRanked, type RankContext, type RankedPair } from './rank.ts'
import { scorePair } from './score.ts'
import { PROXIMITY } from './weights.ts'

/** An offer that one change would open, scored for the person as she or he would then be. */
export type NearMiss = RankedPair & { change: Change }

/**
 * The rule, printed by the method page: how many of the nearest offers are looked at, how many near misses are shown, and
 * how far a longer way may be: so many times the person's own limit, or so many km more, whichever is farther.
 */
export const NEAR_MISS_RULE = { lookedAt: 500, shown: 3, timesLimit: 2, fartherKm: 10 } as const

/** How far an offer may be to be suggested to a person, in km. */
export const suggestedReachKm = ({ limitKm }: Pick<MatchPerson, 'limitKm'>): number =>
  Math.max(limitKm * NEAR_MISS_RULE.timesLimit, limitKm + NEAR_MISS_RULE.fartherKm)

/**
 * The occupations in which near misses are looked for: those wanted, and those at least as near as ROME's last mobility
 * (0.45). Null when the person is open to any.
 */
export function suggestedOccupations(
  person: Pick<MatchPerson, 'projects' | 'isOpenToAnyOccupation'>,
  nodes: readonly Pick<OccupationNode, 'romeCode'>[],
  graph: OccupationGraph,
): string[] | null {
  if (person.isOpenToAnyOccupation) return null
  const codes = new Set([
    ...person.projects.map((one) => one.occupationCode),
    ...nodes.map((n) => n.romeCode),
  ])
  return [...codes].filter((code) =>
    person.projects.some((one) => graph.proximity(one.occupationCode, code) >= PROXIMITY.mobilityLast),
  )
}

/** The best of each kind of change first, then the second of each, and so on; within a turn the best first. */
function byTurns(ranked: readonly NearMiss[]): NearMiss[] {
  const seen = new Map<Change['gate'], number>()
  const turns: NearMiss[][] = []
  for (const miss of ranked) {
    const turn = seen.get(miss.change.gate) ?? 0
    seen.set(miss.change.gate, turn + 1)
    turns[turn] = [...(turns[turn] ?? []), miss]
  }
  return turns.flat()
}

/**
 * The offers that one change of the person's would open, at most `keep`: ranked by the score after that change, the best
 * for each kind of change first, so that somebody without a car does not read of the licence alone.
 * A longer way stays within `suggestedReachKm`; volunteering is never suggested to somebody who did not ask for it
 * (domain.md: it is opt-in); the person reads her or his own list, so consent closes nothing.
 */
export function nearMisses(
  person: MatchPerson,
  offers: readonly MatchOffer[],
  context: RankContext & { travel: TravelLimit | null },
): NearMiss[] {
  const reader = { ...person, isReachable: true }
  const reachKm = suggestedReachKm(person)
  const found = offers
    .flatMap((offer): NearMiss[] => {
      const change = oneChange(reader, offer, context)
      if (!change) return []
      if (change.gate === 'distance' && change.km > reachKm) return []
      if (change.gate === 'kind' && change.kind === 'volunteering') return []
      const score = scorePair(changedPerson(reader, change), offer, context)
      if (score.occupation === 0) return []
      return [{ ...score, change, offerId: offer.offerId, profileId: person.profileId }]
    })
    .sort(compareRanked)
  return byTurns(found).slice(0, context.keep)
}
