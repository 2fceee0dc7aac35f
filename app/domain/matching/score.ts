import { daysBetween, type IsoDate } from '../duration.ts'
import type { CriterionPoints } from '../match.ts'
import { EXPERIENCE_LEVELS, type ExperienceLevel } from '../offer.ts'
import { CRITERIA, type Criterion } from './criteria.ts'
import { firstDay, pairDistanceKm } from './gates.ts'
import type { OccupationGraph } from './occupation-graph.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { PROXIMITY, START_TOLERANCE_DAYS, WEIGHTS } from './weights.ts'

const level = (experience: ExperienceLevel) => EXPERIENCE_LEVELS.indexOf(experience)

/** The part of what is wanted that is had, each item counted once; all of it when nothing is wanted. */
function share(wanted: readonly string[], had: readonly string[]): number {
  const items = [...new Set(wanted)]
  return items.length === 0 ? 1 : items.filter((item) => had.includes(item)).length / items.length
}

/**
 * How near the person is to the offer's occupation, 0 to 1, and the most experience had in any project that has to do with it. One
 * more project, or being open to other occupations as well, takes nothing away.
 */
function nearness(person: MatchPerson, offer: MatchOffer, graph: OccupationGraph) {
  const open = person.isOpenToAnyOccupation ? PROXIMITY.openPerson : PROXIMITY.none
  if (offer.occupationCode === null) return { proximity: Math.max(PROXIMITY.openOffer, open), had: 0 }
  let proximity: number = open
  let had = 0
  for (const project of person.projects) {
    const near = graph.proximity(project.occupationCode, offer.occupationCode)
    if (near <= 0) continue
    proximity = Math.max(proximity, near)
    had = Math.max(had, level(project.experience))
  }
  return { proximity, had }
}

function startFit(person: MatchPerson, offer: MatchOffer, today: IsoDate): number {
  if (person.availableFrom === null) return 1
  const late = daysBetween(firstDay(offer, today), person.availableFrom)
  return late <= 0 ? 1 : Math.max(0, 1 - late / START_TOLERANCE_DAYS)
}

export type Score = {
  scoreTenths: number
  distanceKm: number
  occupation: number
  criteria: CriterionPoints[]
}

/**
 * The score of a pair, whatever its gates: each criterion's value 0 to 1 times its public weight, rounded to a tenth of a
 * point; the sum in tenths (0–1000). `occupation` is the proximity itself: at 0 the pair is not worth proposing.
 * Formulas and weights: domain.md "Matching", published at /comment-ca-marche/classement.
 */
export function scorePair(
  person: MatchPerson,
  offer: MatchOffer,
  context: { graph: OccupationGraph; today: IsoDate },
): Score {
  const { proximity, had } = nearness(person, offer, context.graph)
  const wanted = level(offer.experience)
  const km = pairDistanceKm(person, offer)
  const values: Record<Criterion, number> = {
    occupation: proximity,
    skills: share(offer.skills, person.skills),
    experience: wanted === 0 ? 1 : Math.min(1, had / wanted),
    travel: person.limitKm > 0 ? Math.max(0, 1 - km / person.limitKm) : km === 0 ? 1 : 0,
    schedule: person.slots.length === 0 ? 1 : share(offer.slots, person.slots),
    start: startFit(person, offer, context.today),
    contract:
      offer.contract === null || person.contracts.length === 0 || person.contracts.includes(offer.contract)
        ? 1
        : 0,
  }
  const criteria = CRITERIA.map((criterion) => ({
    criterion,
    tenths: Math.round(WEIGHTS[criterion] * 10 * values[criterion]),
  }))
  return {
    scoreTenths: criteria.reduce((sum, { tenths }) => sum + tenths, 0),
    distanceKm: km,
    occupation: proximity,
    criteria,
  }
}
