import { addDays, type IsoDate, parisDate } from './duration.ts'

const parisHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** The hour, 0–23, on a clock in Paris. */
export const parisHourOf = (instant: Date): number => Number(parisHour.format(instant))

/** The calendar month in Paris, `YYYY-MM`. */
export const parisMonth = (instant: Date): string => parisDate(instant).slice(0, 7)

/** The instant at which a clock in Paris shows this date and this whole hour. Never asked for an hour that a DST change skips. */
export function parisInstant(date: IsoDate, hour: number): Date {
  const wall = Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`)
  for (const offset of [2, 1]) {
    const instant = new Date(wall - offset * 3_600_000)
    if (parisDate(instant) === date && parisHourOf(instant) === hour) return instant
  }
  return new Date(wall - 3_600_000)
}

/** The first day of the next calendar month. */
export function firstOfNextMonth(month: string): IsoDate {
  return `${addDays(`${month}-28`, 7).slice(0, 7)}-01`
}
