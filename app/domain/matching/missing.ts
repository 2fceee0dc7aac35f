import type { IsoDate } from '../duration.ts'
import { heldLicences } from '../licence.ts'
import type { CriterionPoints } from '../match.ts'
import type { EligiblePublic, ExperienceLevel, OfferKind } from '../offer.ts'
import type { Gate } from './criteria.ts'
import { closedGates, lackingLicences, pairDistanceKm } from './gates.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { WEIGHTS } from './weights.ts'

/**
 * One thing that a pair lacks: a closed gate, or skills and experience, which cost points but close nothing. Distances in
 * km; `km` is null when the offer has no place; `endedOn` is the offer's last day when it is past; `isBlank` is true when the
 * person told no skill at all.
 */
export type Missing =
  | { what: 'kind'; kind: OfferKind }
  | { what: 'distance'; km: number | null; limitKm: number }
  | { what: 'licence'; licences: string[] }
  | { what: 'schedule' }
  | { what: 'dates'; endedOn: IsoDate | null; availableFrom: IsoDate | null }
  | { what: 'eligibility'; publics: readonly EligiblePublic[] }
  | { what: 'consent' }
  | { what: 'capacity' }
  | { what: 'skills'; skills: string[]; isBlank: boolean }
  | { what: 'experience'; wanted: ExperienceLevel }

/** The licences to pass for an offer: those lacking, without those that another of them gives. */
export function licencesToPass(person: MatchPerson, offer: MatchOffer): string[] {
  const licences = lackingLicences(person, offer)
  return licences.filter((one) => !heldLicences(licences.filter((other) => other !== one)).includes(one))
}

const lacking = (wanted: readonly string[], had: readonly string[]) => [
  ...new Set(wanted.filter((one) => !had.includes(one))),
]

function behind(gate: Gate, person: MatchPerson, offer: MatchOffer, today: IsoDate): Missing {
  switch (gate) {
    case 'kind':
      return { what: gate, kind: offer.kind }
    case 'distance': {
      const km = pairDistanceKm(person, offer)
      return { what: gate, km: Number.isFinite(km) ? km : null, limitKm: person.limitKm }
    }
    case 'licence':
      return { what: gate, licences: licencesToPass(person, offer) }
    case 'dates': {
      const hasEnded = offer.endsOn !== null && offer.endsOn < today
      return { what: gate, endedOn: hasEnded ? offer.endsOn : null, availableFrom: person.availableFrom }
    }
    case 'eligibility':
      return { what: gate, publics: offer.eligiblePublics }
    default:
      return { what: gate }
  }
}

/**
 * All that a pair lacks: its closed gates in their order, then skills and experience wanted that the person has not.
 * `criteria` are the pair's points, which tell how the experience was reckoned. Codes are left as codes.
 */
export function listMissing(
  pair: { person: MatchPerson; offer: MatchOffer },
  options: { criteria: readonly CriterionPoints[]; today: IsoDate },
): Missing[] {
  const { person, offer } = pair
  const skills = lacking(offer.skills, person.skills)
  const tenths = options.criteria.find(({ criterion }) => criterion === 'experience')?.tenths ?? 0
  const isShort = offer.experience !== 'none' && tenths < WEIGHTS.experience * 10
  return [
    ...closedGates(person, offer, options.today).map((gate) => behind(gate, person, offer, options.today)),
    ...(skills.length > 0 ? [{ what: 'skills' as const, skills, isBlank: person.skills.length === 0 }] : []),
    ...(isShort ? [{ what: 'experience' as const, wanted: offer.experience }] : []),
  ]
}
