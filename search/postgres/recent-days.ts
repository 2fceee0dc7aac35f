// A longer list of days takes longer to look up than it saves.
const MAX_DAYS = 31
// A shorter walk takes less than to look up days.
const SHORT_WALK = 5000

/**
 * The days when the most recent offers of a sample were published, counted from 1970, the latest first: `enough` of them, or
 * fewer when there are no more; the latest day of all offers; and how many offers are walked through to find those wanted.
 */
export type Latest = { days: readonly number[]; enough: number; newest: number; walked: number }

/** The days of publication that hold enough of the most recent offers, counted from 1970; null for all days, as few match. */
export type Recent = { days: number[] | null }

/**
 * Where to read the most recent offers from, as a sample tells it; null when an index soon hands out enough of them, or when
 * they are spread over too many days.
 */
export function recentDays(latest: Latest | null): Recent | null {
  if (!latest) return null
  const { days, enough, newest, walked } = latest
  const oldest = days.at(-1)
  if (oldest === undefined || days.length < enough) return { days: null }
  const count = newest - oldest + 1
  if (walked <= SHORT_WALK || count > MAX_DAYS) return null
  return { days: Array.from({ length: count }, (_, i) => newest - i) }
}
