import type { CriterionPoints } from '../match.ts'
import { EXPERIENCE_LEVELS, type ExperienceLevel } from '../offer.ts'
import type { Criterion } from './criteria.ts'
import { pairDistanceKm } from './gates.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { PROXIMITY, START_TOLERANCE_DAYS, WEIGHTS } from './weights.ts'

/** One reason shown: a plain French sentence, the points it brings and the most it could bring (0–100, one decimal). */
export type Reason = { label: string; sentence: string; points: number; maxPoints: number }

/** What each criterion brought, as a share of what it could bring, 0 to 1. */
type Shares = Record<Criterion, number>
type Pair = { person: MatchPerson; offer: MatchOffer }
type Say = (shares: Shares, pair: Pair) => string

const sayOccupation: Say = ({ occupation }, { person, offer }) => {
  const isAny = person.isOpenToAnyOccupation && occupation === PROXIMITY.openPerson
  if (isAny || offer.occupationCode === null) return 'Tous les métiers sont acceptés.'
  if (occupation >= PROXIMITY.same) return 'C’est le métier demandé.'
  if (occupation >= PROXIMITY.mobilityFirst) return 'Le métier est très proche.'
  if (occupation >= PROXIMITY.mobilityLast) return 'Le métier est voisin.'
  return occupation > PROXIMITY.none ? 'Le métier est assez éloigné.' : 'Le métier est différent.'
}

function skillWords(share: number, { person, offer }: Pair): string | null {
  if (offer.skills.length === 0) return null
  if (person.skills.length === 0) return 'Les savoir-faire ne sont pas encore dits.'
  if (share >= 1) return 'Tous les savoir-faire demandés y sont.'
  if (share >= 0.7) return 'Presque tous les savoir-faire y sont.'
  return share > 0 ? 'Une partie des savoir-faire y est.' : 'Les savoir-faire sont à apprendre.'
}

/**
 * True when the experience counted is of another trade: that of the offer itself brings less, or is not wanted and what is lies
 * beyond ROME's neighbours, or openness to any occupation hides how far it lies.
 */
function isInAnotherTrade({ occupation, experience }: Shares, { person, offer }: Pair): boolean {
  if (offer.occupationCode === null) return false
  const own = person.projects.filter(({ occupationCode }) => occupationCode === offer.occupationCode)
  if (own.length > 0) {
    const level = (one: ExperienceLevel) => EXPERIENCE_LEVELS.indexOf(one)
    const had = Math.max(...own.map((project) => level(project.experience)))
    return had / level(offer.experience) < experience
  }
  return (
    occupation < PROXIMITY.mobilityLast ||
    (person.isOpenToAnyOccupation && occupation <= PROXIMITY.openPerson)
  )
}

function experienceWords(shares: Shares, pair: Pair): string | null {
  const { experience } = shares
  if (pair.offer.experience === 'none') return null
  if (experience === 0)
    return pair.offer.occupationCode === null
      ? 'L’expérience n’est pas connue pour cette offre.'
      : 'L’expérience demandée n’y est pas encore.'
  const where = isInAnotherTrade(shares, pair) ? ', dans un autre métier' : ''
  return experience >= 1
    ? `L’expérience demandée y est${where}.`
    : `Une partie de l’expérience demandée y est${where}.`
}

const sayKnowHow: Say = (shares, pair) =>
  [skillWords(shares.skills, pair), experienceWords(shares, pair)].filter(Boolean).join(' ') ||
  'Aucun savoir-faire particulier n’est demandé.'

const sayTravel: Say = ({ travel }, { person, offer }) => {
  const km = pairDistanceKm(person, offer)
  if (km === Number.POSITIVE_INFINITY) return 'Le lieu n’est pas connu.'
  if (km > person.limitKm) return 'C’est plus loin que le rayon choisi.'
  if (km === 0) return 'C’est dans la même commune.'
  if (travel >= 0.6) return 'Le trajet est court, pour le rayon choisi.'
  return travel >= 0.2 ? 'C’est dans le rayon choisi.' : 'C’est à la limite du rayon choisi.'
}

/** Up to so many days after the start, somebody is free only a little late. */
const LITTLE_LATE_DAYS = 15

/** The share of the start tells the days late, as on the day when the points were counted. */
const startWords = (start: number): string =>
  start >= 1 - LITTLE_LATE_DAYS / START_TOLERANCE_DAYS
    ? 'La date est un peu tardive.'
    : 'La date est tardive.'

const sayAvailability: Say = ({ schedule, start }) => {
  if (schedule >= 1 && start >= 1) return 'Les jours et la date vont très bien.'
  const days =
    schedule >= 1
      ? 'Les jours vont.'
      : schedule >= 0.7
        ? 'Les jours vont presque tous.'
        : schedule >= 0.2
          ? 'Une partie des jours va.'
          : 'Peu de jours vont.'
  return start >= 1 ? days : `${days} ${startWords(start)}`
}

const sayContract: Say = ({ contract }, { person, offer }) => {
  if (contract < 1) return 'Ce n’est pas le contrat souhaité.'
  if (offer.kind === 'volunteering') return 'C’est du bénévolat, sans contrat.'
  return offer.contract !== null && person.contracts.includes(offer.contract)
    ? 'C’est un contrat souhaité.'
    : 'Le contrat convient.'
}

const GROUPS: readonly { label: string; criteria: readonly Criterion[]; say: Say }[] = [
  { label: 'Métier', criteria: ['occupation'], say: sayOccupation },
  { label: 'Savoir-faire', criteria: ['skills', 'experience'], say: sayKnowHow },
  { label: 'Trajet', criteria: ['travel'], say: sayTravel },
  { label: 'Disponibilité', criteria: ['schedule', 'start'], say: sayAvailability },
  { label: 'Contrat', criteria: ['contract'], say: sayContract },
]

/**
 * The five reasons of a pair, in a fixed order: their points add up to the score that `criteria` (tenths of a point) make.
 * Sentences name nobody, so that every reader gets the same. `pair` tells which of them would not be true.
 */
export function reasonsOf(criteria: readonly CriterionPoints[], pair: Pair): Reason[] {
  const tenths = new Map(criteria.map((one) => [one.criterion, one.tenths]))
  const shares = Object.fromEntries(
    Object.entries(WEIGHTS).map(([key, weight]) => [
      key,
      (tenths.get(key as Criterion) ?? 0) / (weight * 10),
    ]),
  ) as Shares
  return GROUPS.map(({ label, criteria: members, say }) => {
    const had = members.reduce((sum, one) => sum + (tenths.get(one) ?? 0), 0)
    const most = members.reduce((sum, one) => sum + WEIGHTS[one] * 10, 0)
    return { label, sentence: say(shares, pair), points: had / 10, maxPoints: most / 10 }
  })
}
