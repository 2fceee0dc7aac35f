import { formatDate, formatDayFrom, formatKm, formatMinutes } from '#app/components/ui/format.ts'
import { CONTRACT_LABELS } from '#app/domain/offer.labels.ts'
import type { Contract, OfferKind } from '#app/domain/offer.ts'
import { TRAVEL_MEANS_LABELS, type TravelMeans } from '#app/domain/travel.ts'

/** What decides, for each kind. `rhythm` is the season of a seasonal offer, the time asked of a mission. */
export type DecidingFacts = {
  kind: OfferKind
  contract: Contract | null
  rhythm: string | null
  hoursPerWeek: number | null
  startsOn: string | null
  /** ISO date or instant; null while it is not on line. */
  publishedAt: string | Date | null
}

export type Fact = { label: string; value: string }

const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** "35 h par semaine"; half hours are written "17 h 30". */
export function formatWeeklyHours(hours: number): string {
  const whole = Math.floor(hours)
  const minutes = Math.round((hours - whole) * 60)
  return `${whole} h${minutes === 0 ? '' : ` ${String(minutes).padStart(2, '0')}`} par semaine`
}

/** "Le 3 juin", with its year when the offer was published in another, or never. */
function startWords({ startsOn, publishedAt }: DecidingFacts): string {
  if (startsOn === null) return 'Dès que possible'
  return `Le ${publishedAt ? formatDayFrom(publishedAt, startsOn) : formatDate(startsOn)}`
}

/** The three facts that decide: contract or rhythm, hours, start. */
export function decidingFacts(facts: DecidingFacts): Fact[] {
  const { kind, contract, rhythm, hoursPerWeek } = facts
  const start = { label: 'Début', value: startWords(facts) }
  const hours = hoursPerWeek === null ? null : { label: 'Horaires', value: formatWeeklyHours(hoursPerWeek) }
  if (kind === 'volunteering')
    return [
      { label: 'Rythme', value: upperFirst(rhythm || 'à voir ensemble') },
      ...(hours ? [hours] : []),
      start,
    ]
  const first =
    kind === 'seasonal'
      ? { label: 'Saison', value: upperFirst(rhythm || 'à préciser') }
      : { label: 'Contrat', value: contract ? CONTRACT_LABELS[contract] : 'À préciser' }
  return [first, hours ?? { label: 'Horaires', value: 'À voir ensemble' }, start]
}

export type Place = {
  communeName: string
  /** Straight line, in km; null when no starting point is known. */
  distanceKm: number | null
  travel?: { minutes: number; means: TravelMeans } | null
}

/** "Laon, à 8 km, environ 12 min en voiture". */
export function placeSentence({ communeName, distanceKm, travel }: Place): string {
  const parts = [communeName]
  if (distanceKm !== null) parts.push(formatKm(distanceKm))
  if (distanceKm !== null && travel && distanceKm >= 1)
    parts.push(`environ ${formatMinutes(travel.minutes)} ${TRAVEL_MEANS_LABELS[travel.means]}`)
  return parts.join(', ')
}
