// A longer list of days takes longer to look up than it saves.
const MAX_DAYS = 31
// A shorter walk takes less than to look up days, with several words or facets above all.
const SHORT_WALK = 4000

/** What a sample tells of the most recent offers that match. */
export type Latest = {
  /** The days when they were published, counted from 1970, the latest first: `enough` of them, or fewer when there are no more. */
  days: readonly number[]
  enough: number
  /** The latest day of all offers. */
  newest: number
  /** How many offers are opened on the way to those wanted, one by one. */
  walked: number
  /** How many offers match. */
  matching: number
  /** Whether facets, a start or a place are asked for: an index tells those by itself. */
  isSifted: boolean
}

/**
 * Where the most recent offers are read from: the days of publication that hold enough of them, counted from 1970; all that
 * match, `days: null`; or an index, one by one, sifted by facets, start and place when these are asked for.
 */
export type Recent = { days: number[] | null } | 'one by one' | 'sifted'

/** Whether what a sample promised may be missing. */
export const mayHoldTooFew = (recent: Recent) =>
  recent === 'sifted' || (recent !== 'one by one' && recent.days !== null)

/** Where to read the most recent offers from, as a sample tells it. */
export function recentDays(latest: Latest | null): Recent {
  if (!latest) return 'one by one'
  const { days, enough, newest, walked, matching, isSifted } = latest
  const oldest = days.at(-1)
  if (oldest === undefined || days.length < enough) return { days: null }
  if (walked <= SHORT_WALK) return isSifted ? 'sifted' : 'one by one'
  const count = newest - oldest + 1
  if (count <= MAX_DAYS) return { days: Array.from({ length: count }, (_, i) => newest - i) }
  return matching <= walked ? { days: null } : 'one by one'
}
