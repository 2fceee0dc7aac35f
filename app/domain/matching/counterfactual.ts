import { addDays, type IsoDate } from '../duration.ts'
import type { OfferKind } from '../offer.ts'
import { SLOTS, type Slot } from '../schedule.ts'
import { LONGEST_LIMIT_MINUTES, raisedLimit, type TravelLimit } from '../travel.ts'
import type { Gate } from './criteria.ts'
import { closedGates, firstDay, pairDistanceKm } from './gates.ts'
import { licencesToPass } from './missing.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { START_TOLERANCE_DAYS } from './weights.ts'

/**
 * A change of the person's own: a travel limit in whole km, a licence held, a quarter-day, a first day free, a kind of offer.
 * `raised` says that limit as the person set hers or his, in km or minutes; null when it is not known how.
 */
export type Change =
  | { gate: 'distance'; km: number; raised: TravelLimit | null }
  | { gate: 'licence'; licence: string }
  | { gate: 'schedule'; slot: Slot; isOneOfSeveral: boolean }
  | { gate: 'dates'; day: IsoDate }
  | { gate: 'kind'; kind: OfferKind }

/** Beyond this no limit is suggested, in km: it would be a move, not a way to work. */
const FARTHEST_SUGGESTED_KM = 100

function farther(person: MatchPerson, offer: MatchOffer, travel: TravelLimit | null): Change | null {
  const awayKm = pairDistanceKm(person, offer)
  if (!(awayKm <= FARTHEST_SUGGESTED_KM)) return null
  const raised = travel && raisedLimit(travel, awayKm)
  if (raised?.maxMinutes && raised.maxMinutes > LONGEST_LIMIT_MINUTES) return null
  return { gate: 'distance', km: Math.ceil(awayKm), raised }
}

function licensed(person: MatchPerson, offer: MatchOffer): Change | null {
  const [licence, ...others] = licencesToPass(person, offer)
  return licence === undefined || others.length > 0 ? null : { gate: 'licence', licence }
}

function freeThen(offer: MatchOffer): Change | null {
  const slot = SLOTS.find((one) => offer.slots.includes(one))
  return slot ? { gate: 'schedule', slot, isOneOfSeveral: new Set(offer.slots).size > 1 } : null
}

function sooner(offer: MatchOffer, today: IsoDate): Change | null {
  const latest = addDays(firstDay(offer, today), START_TOLERANCE_DAYS)
  const day = offer.endsOn !== null && offer.endsOn < latest ? offer.endsOn : latest
  return day < today ? null : { gate: 'dates', day }
}

type Reckoned = { today: IsoDate; travel: TravelLimit | null }

function changeFor(
  gate: Gate,
  pair: { person: MatchPerson; offer: MatchOffer },
  { today, travel }: Reckoned,
): Change | null {
  const { person, offer } = pair
  switch (gate) {
    case 'distance':
      return farther(person, offer, travel)
    case 'licence':
      return licensed(person, offer)
    case 'schedule':
      return freeThen(offer)
    case 'dates':
      return sooner(offer, today)
    case 'kind':
      return { gate, kind: offer.kind }
    default:
      return null
  }
}

/** The person as she or he would be after the change. */
export function changedPerson(person: MatchPerson, change: Change): MatchPerson {
  switch (change.gate) {
    case 'distance':
      return { ...person, limitKm: change.km }
    case 'licence':
      return { ...person, licences: [...person.licences, change.licence] }
    case 'schedule':
      return { ...person, slots: [...person.slots, change.slot] }
    case 'dates':
      return { ...person, availableFrom: change.day }
    case 'kind':
      return { ...person, kinds: [...person.kinds, change.kind] }
  }
}

/**
 * The one change of the person's that would open an offer to her or him: the least travel limit in whole km (100 at most)
 * or minutes (300 at most), one licence, the first quarter-day of the week, the latest day of availability, or a kind of
 * offer. Null when all gates are open, when more than one change is needed, or when it is not hers to make (reserved offer,
 * consent, offer closed or without place). It is checked with `closedGates`. `travel` is the person's limit as she or he set
 * it, null where it is not known.
 */
export function oneChange(person: MatchPerson, offer: MatchOffer, reckoned: Reckoned): Change | null {
  const { today } = reckoned
  const [gate, ...others] = closedGates(person, offer, today)
  if (gate === undefined || others.length > 0) return null
  const change = changeFor(gate, { person, offer }, reckoned)
  if (!change || closedGates(changedPerson(person, change), offer, today).length > 0) return null
  return change
}
