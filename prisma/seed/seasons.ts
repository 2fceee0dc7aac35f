import { addDays, daysBetween, type IsoDate } from '#app/domain/duration.ts'
import type { Random } from '#prisma/reference/random.ts'
import type { SeasonalTemplate } from '#prisma/reference/seasonal-offers.ts'

/** Employers look for their seasonal workers at most this many days before the start. */
const AHEAD_DAYS = 75

type Window = Pick<SeasonalTemplate, 'from' | 'to'>

/** The window of starts that ends on or after a day: its first and last day. */
function windowAfter({ from, to }: Window, day: IsoDate): [IsoDate, IsoDate] {
  const year = Number(day.slice(0, 4))
  for (const start of [year - 1, year, year + 1]) {
    const last = `${to < from ? start + 1 : start}-${to}`
    if (last > day) return [`${start}-${from}`, last]
  }
  return [`${year + 1}-${from}`, `${year + 1}-${to}`]
}

/** True when an offer published on this day would look for people for the coming season. */
export const isInSeason = (template: Window, publishedOn: IsoDate): boolean =>
  daysBetween(publishedOn, windowAfter(template, publishedOn)[0]) <= AHEAD_DAYS

/** The day the work starts, in the season that follows the publication and at least a day after it. */
export function nextStart(random: Random, template: Window, publishedOn: IsoDate): IsoDate {
  const [first, last] = windowAfter(template, publishedOn)
  const earliest = first > publishedOn ? first : addDays(publishedOn, 1)
  return addDays(earliest, random.int(0, Math.max(0, daysBetween(earliest, last))))
}
