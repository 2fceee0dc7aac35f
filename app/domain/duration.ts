/** Calendar days as ISO texts `YYYY-MM-DD`, reckoned in Europe/Paris. */
export type IsoDate = string

const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** The calendar day in Paris at an instant. */
export const parisDate = (instant: Date): IsoDate => parisDay.format(instant)

/** Days from one date to another; negative when the second comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** The date some days later (or earlier, when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The date after a number of working days, Monday to Friday; public holidays come in as an argument. */
export function addWorkingDays(
  date: IsoDate,
  days: number,
  holidays: ReadonlySet<IsoDate> = new Set(),
): IsoDate {
  let left = days
  let day = date
  while (left > 0) {
    day = addDays(day, 1)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.has(day)) left--
  }
  return day
}

/** The instant some calendar months earlier, on the last day of a month too short for it. */
export function monthsBefore(instant: Date, months: number): Date {
  const day = instant.getUTCDate()
  const earlier = new Date(instant)
  earlier.setUTCDate(1)
  earlier.setUTCMonth(earlier.getUTCMonth() - months)
  const last = new Date(Date.UTC(earlier.getUTCFullYear(), earlier.getUTCMonth() + 1, 0)).getUTCDate()
  earlier.setUTCDate(Math.min(day, last))
  return earlier
}
