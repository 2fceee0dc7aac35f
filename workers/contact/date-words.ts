import { parisDate } from '#app/domain/duration.ts'

const day = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const time = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: 'numeric',
  minute: '2-digit',
})

/** A day in words, in Paris: "mercredi 10 juin". */
export const dayInWords = (instant: Date): string => day.format(instant)

/** An ISO date in words. */
export const isoDayInWords = (date: string): string => day.format(new Date(`${date}T12:00:00Z`))

/** A moment in words, in Paris: "le mercredi 10 juin à 14 h 30". */
export const momentInWords = (instant: Date): string =>
  `le ${dayInWords(instant)} à ${time.format(instant).replace(':', ' h ')}`

/** Whole days from one instant to another, by the calendar of Paris. */
export const daysUntil = (from: Date, to: Date): number =>
  Math.round((Date.parse(parisDate(to)) - Date.parse(parisDate(from))) / 86_400_000)
