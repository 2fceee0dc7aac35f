const ZONE = 'Europe/Paris'
const day = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('fr-FR', {
  timeZone: ZONE,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const year = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, year: 'numeric' })
const clock = new Intl.DateTimeFormat('fr-FR', { timeZone: ZONE, hour: 'numeric', minute: '2-digit' })

/** Noon in Paris of an ISO date falls on that same day; an instant stays what it is. */
const instantOf = (value: string | Date): Date =>
  value instanceof Date ? value : new Date(value.length === 10 ? `${value}T11:00:00Z` : value)

const firstOfMonth = (text: string): string => text.replace(/^1 /, '1er ')

/** "3 juin": a date (YYYY-MM-DD) or an instant, reckoned in Europe/Paris. */
export const formatDay = (value: string | Date): string => firstOfMonth(day.format(instantOf(value)))

/** "3 juin 2025". */
export const formatDate = (value: string | Date): string => firstOfMonth(dayAndYear.format(instantOf(value)))

const yearOf = (value: string | Date): number => Number(year.format(instantOf(value)))

/** "3 juin", or "3 juin 2027" when that is not in the year of `since`. */
export const formatDayFrom = (since: string | Date, value: string | Date): string =>
  yearOf(since) === yearOf(value) ? formatDay(value) : formatDate(value)

/** "3 juin à 14 h 30" in Europe/Paris. */
export function formatDateTime(value: string | Date): string {
  const [hours = '', minutes = ''] = clock.format(instantOf(value)).split(':')
  return `${formatDay(value)} à ${Number(hours)} h${minutes === '00' ? '' : ` ${minutes}`}`
}

/** "à 8 km", "à moins de 1 km". Input in km. */
export const formatKm = (km: number): string => (km < 1 ? 'à moins de 1 km' : `à ${Math.round(km)} km`)

/** "12 min", "1 h 05". Input in minutes. */
export const formatMinutes = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`

/** The same text, whose hours ("13 h 30") and telephone numbers never break over two lines. */
export const keepTogether = (text: string): string =>
  text.replace(/(\d) (?=h\b|\d)/g, '$1\u00a0').replace(/\bh (?=\d)/g, 'h\u00a0')

/** "1 offre", "12 offres": the noun takes an s from 2 on, unless its plural is given. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count.toLocaleString('fr-FR')} ${count < 2 ? noun : plural}`
