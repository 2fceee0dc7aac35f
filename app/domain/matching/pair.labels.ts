import type { IsoDate } from '../duration.ts'
import { DRIVING_LICENCES } from '../licence.ts'
import { ELIGIBLE_PUBLIC_LABELS, EXPERIENCE_LABELS } from '../offer.labels.ts'
import { KIND_CHOICES } from '../profile.labels.ts'
import { DAY_LABELS, DAYS, MOMENT_LABELS, MOMENTS, type Slot } from '../schedule.ts'
import { raisedLimit, TRAVEL_MEANS_LABELS, type TravelLimit } from '../travel.ts'
import type { Change } from './counterfactual.ts'
import type { Missing } from './missing.ts'
import type { MatchOffer } from './pair.ts'

/** Who reads about a pair. The candidate is spoken to; the others read about her or him. */
export const READERS = ['candidate', 'officer', 'organisation'] as const
export type Reader = (typeof READERS)[number]

/** The plain name of a licence, a certificate or a skill. */
export type LabelOf = (code: string) => string

/** To whom it is told, in which names, on which day; `travel` is the person's limit as she or he set it, null for who must not know it. */
type Told = { reader: Reader; labelOf: LabelOf; today: IsoDate; travel: TravelLimit | null }

const ofTheYear = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const
const frenchDay = new Intl.DateTimeFormat('fr-FR', ofTheYear)
const frenchDate = new Intl.DateTimeFormat('fr-FR', { ...ofTheYear, year: 'numeric' })

/** "1er octobre", with its year when it is not that of today. */
function dayWords(date: IsoDate, today: IsoDate): string {
  const format = date.slice(0, 4) === today.slice(0, 4) ? frenchDay : frenchDate
  return format.format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, '1er ')
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)

const licenceWords = (code: string, labelOf: LabelOf) =>
  DRIVING_LICENCES.includes(code) ? `le permis ${code}` : `le certificat « ${labelOf(code)} »`

function slotWords(slot: Slot): string {
  const day = DAYS.find((one) => slot.startsWith(one)) ?? DAYS[0]
  const moment = MOMENTS.find((one) => slot.endsWith(one)) ?? MOMENTS[0]
  return moment === 'night'
    ? `la nuit du ${DAY_LABELS[day]}`
    : `le ${DAY_LABELS[day]} ${MOMENT_LABELS[moment]}`
}

function distanceWords(
  { km, limitKm }: Extract<Missing, { what: 'distance' }>,
  { reader, travel }: Told,
): string {
  if (km === null) return 'le lieu de l’offre n’est pas connu'
  if (reader === 'organisation') return 'le lieu est plus loin que la limite choisie'
  const raised = travel && raisedLimit(travel, km)
  const [place, limits] = [[] as string[], [] as string[]]
  if (!raised || raised.maxKm !== null) {
    place.push(`${Math.ceil(km)} km`)
    limits.push(`${(travel?.maxKm ?? Math.floor(limitKm)).toLocaleString('fr-FR')} km`)
  }
  if (travel && raised && raised.maxMinutes !== null) {
    place.push(`${raised.maxMinutes} minutes environ ${TRAVEL_MEANS_LABELS[travel.means]}`)
    limits.push(`${travel.maxMinutes} minutes`)
  }
  const [own, others] = reader === 'candidate' ? ['votre', 'vos'] : ['sa', 'ses']
  const whose = limits.length > 1 ? `${others} limites sont` : `${own} limite est`
  return `le lieu est à ${place.join(' et à ')}, ${whose} à ${limits.join(' et à ')}`
}

function datesWords(missing: Extract<Missing, { what: 'dates' }>, { reader, today }: Told): string {
  if (missing.endedOn) return `l’offre est finie depuis le ${dayWords(missing.endedOn, today)}`
  const who = reader === 'candidate' ? 'vous êtes libre' : 'la personne est libre'
  return missing.availableFrom
    ? `${who} trop tard : le ${dayWords(missing.availableFrom, today)}`
    : `${who} trop tard`
}

/**
 * What is missing, in a reader's words and without a final stop; null when this reader is not told of it beside a person.
 * An organisation never learns that somebody is outside a reserved public or stopped our messages, nor how far she or
 * he goes (domain.md, "Candidates"); what holds for the whole offer is told once, above the list.
 */
export function missingWords(missing: Missing, told: Told): string | null {
  const { reader, labelOf } = told
  const isOwn = reader === 'candidate'
  switch (missing.what) {
    case 'kind':
      return `${isOwn ? 'vous n’avez' : 'la personne n’a'} pas choisi « ${KIND_CHOICES[missing.kind].label} »`
    case 'distance':
      return distanceWords(missing, told)
    case 'licence':
      return `il manque ${missing.licences.map((code) => licenceWords(code, labelOf)).join(' et ')}`
    case 'schedule':
      return `${isOwn ? 'vous n’êtes' : 'la personne n’est'} pas libre aux jours et aux heures demandés`
    case 'dates':
      return datesWords(missing, told)
    case 'eligibility':
      return reader === 'organisation'
        ? null
        : `l’offre est réservée : ${missing.publics.map((one) => ELIGIBLE_PUBLIC_LABELS[one]).join(', ')}`
    case 'consent':
      return reader === 'officer' ? 'la personne ne veut pas être proposée' : null
    case 'capacity':
      return isOwn ? 'l’offre ne prend plus de réponse' : null
    case 'skills':
      return `${missing.isBlank ? 'à dire ou à apprendre' : 'à apprendre'} : ${missing.skills.map(labelOf).join(', ')}`
    case 'experience':
      return `expérience demandée : ${lowerFirst(EXPERIENCE_LABELS[missing.wanted])}`
  }
}

/** How far to go, in words: "16 km", "49 minutes en voiture", "30 km et 49 minutes en voiture". */
function reachWords({ km, raised }: Extract<Change, { gate: 'distance' }>): string {
  const minutes =
    raised && raised.maxMinutes !== null
      ? `${raised.maxMinutes} minutes ${TRAVEL_MEANS_LABELS[raised.means]}`
      : null
  if (minutes === null) return `${km} km`
  return raised && raised.maxKm !== null ? `${km} km et ${minutes}` : minutes
}

/** The one change that would open the offer, in a reader's words, without a capital and without a final stop. */
export function changeWords(change: Change, { reader, labelOf, today }: Omit<Told, 'travel'>): string {
  const [who, can, is, seeks] =
    reader === 'candidate'
      ? ['vous', 'pouvez', 'êtes', 'cherchez']
      : ['la personne', 'peut', 'est', 'cherche']
  switch (change.gate) {
    case 'distance':
      return `si ${who} ${can} aller jusqu’à ${reachWords(change)}`
    case 'licence':
      return `avec ${licenceWords(change.licence, labelOf)}`
    case 'schedule':
      return `si ${who} ${is} libre ${change.isOneOfSeveral ? 'au moins ' : ''}${slotWords(change.slot)}`
    case 'dates':
      return `si ${who} ${is} libre au plus tard le ${dayWords(change.day, today)}`
    case 'kind':
      return `si ${who} ${seeks} aussi ${lowerFirst(KIND_CHOICES[change.kind].label)}`
  }
}

/**
 * False when an organisation may not be shown this person for this offer: to say why would tell what is hers or his alone. For
 * a reserved offer to be shown is to be in one of its situations: who said yes to it is shown, whatever its publics become, so
 * that changing them tells nothing; nobody else is.
 */
export const mayBeShown = (
  missing: readonly Missing[],
  { reader, offer, saidYes }: { reader: Reader; offer: MatchOffer; saidYes: boolean },
): boolean =>
  reader !== 'organisation' ||
  ((offer.eligiblePublics.length === 0 || saidYes) && !missing.some(({ what }) => what === 'consent'))
