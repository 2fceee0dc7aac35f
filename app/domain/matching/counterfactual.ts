import { addDays, type IsoDate } from '../duration.ts'
import { DRIVING_LICENCES } from '../licence.ts'
import { OFFER_KIND_LABELS } from '../offer.labels.ts'
import { DAY_LABELS, DAYS, MOMENT_LABELS, MOMENTS, type Slot } from '../schedule.ts'
import type { Gate } from './criteria.ts'
import { closedGates, pairDistanceKm } from './gates.ts'
import type { MatchOffer, MatchPerson } from './pair.ts'
import { START_TOLERANCE_DAYS } from './weights.ts'

/** The one change that would open every gate of a pair, and its sentence in French. `person` is as she or he would then be. */
export type Change = { gate: Gate; sentence: string; person: MatchPerson }

/** Beyond this no limit is suggested, in km: it would be a move, not a way to work. */
const FARTHEST_SUGGESTED_KM = 100

function farther(person: MatchPerson, offer: MatchOffer): Omit<Change, 'gate'> | null {
  const km = Math.ceil(pairDistanceKm(person, offer))
  if (!(km <= FARTHEST_SUGGESTED_KM)) return null
  return { sentence: `si vous pouvez aller jusqu’à ${km} km`, person: { ...person, limitKm: km } }
}

function licensed(person: MatchPerson, offer: MatchOffer): Omit<Change, 'gate'> | null {
  const [licence, ...others] = new Set(offer.licences.filter((one) => !person.licences.includes(one)))
  if (licence === undefined || others.length > 0) return null
  const name = DRIVING_LICENCES.includes(licence) ? `le permis ${licence}` : `le certificat « ${licence} »`
  return { sentence: `avec ${name}`, person: { ...person, licences: [...person.licences, licence] } }
}

const slotLabel = (slot: Slot) => {
  const day = DAYS.find((one) => slot.startsWith(one)) ?? DAYS[0]
  const moment = MOMENTS.find((one) => slot.endsWith(one)) ?? MOMENTS[0]
  return `le ${DAY_LABELS[day]} ${MOMENT_LABELS[moment]}`
}

function freeThen(person: MatchPerson, offer: MatchOffer): Omit<Change, 'gate'> | null {
  const [slot] = offer.slots
  if (slot === undefined) return null
  return {
    sentence: `si vous êtes disponible ${slotLabel(slot)}`,
    person: { ...person, slots: [...person.slots, slot] },
  }
}

const frenchDay = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' })

function sooner(person: MatchPerson, offer: MatchOffer, today: IsoDate): Omit<Change, 'gate'> | null {
  const latest = addDays(offer.startsOn ?? today, START_TOLERANCE_DAYS)
  const day = offer.endsOn !== null && offer.endsOn < latest ? offer.endsOn : latest
  if (day < today) return null
  return {
    sentence: `si vous êtes disponible au plus tard le ${frenchDay.format(new Date(`${day}T00:00:00Z`))}`,
    person: { ...person, availableFrom: day },
  }
}

function otherKind(person: MatchPerson, offer: MatchOffer): Omit<Change, 'gate'> {
  return {
    sentence: `si vous acceptez ce genre d’offre : ${OFFER_KIND_LABELS[offer.kind].toLowerCase()}`,
    person: { ...person, kinds: [...person.kinds, offer.kind] },
  }
}

function changeFor(gate: Gate, person: MatchPerson, offer: MatchOffer, today: IsoDate) {
  switch (gate) {
    case 'distance':
      return farther(person, offer)
    case 'licence':
      return licensed(person, offer)
    case 'schedule':
      return freeThen(person, offer)
    case 'dates':
      return sooner(person, offer, today)
    case 'kind':
      return otherKind(person, offer)
    default:
      return null
  }
}

/**
 * The one change of the person's that would open an offer to her or him: a travel limit in whole km (100 at most), one licence, one
 * quarter-day, a day of availability, or a kind of offer. Null when all gates are open, when more than one change is
 * needed, or when it is not hers to make (reserved offer, consent, offer closed). It is checked with `closedGates`.
 */
export function oneChange(person: MatchPerson, offer: MatchOffer, today: IsoDate): Change | null {
  const [gate, ...others] = closedGates(person, offer, today)
  if (gate === undefined || others.length > 0) return null
  const change = changeFor(gate, person, offer, today)
  if (!change || closedGates(change.person, offer, today).length > 0) return null
  return { gate, ...change }
}
