/** Distinct people whom one account has read: in the last hour, in the last 24 hours, and on an ordinary day of hers or his. */
export type ReadingPace = { lastHour: number; lastDay: number; usualDay: number }

/** Beyond so many people in an hour the administrators are told (issue 4, access log). */
export const HOURLY_ALARM = 200
/** Nobody reads more people than this in an hour. */
export const HOURLY_STOP = 250
/** Nobody is thought to read fewer people than this on an ordinary day, so that a first day raises no alarm at once. */
export const USUAL_FLOOR = 30
/** How many times her or his ordinary day somebody reads before the administrators are told. */
export const USUAL_TIMES = 3
/** Nobody is stopped in 24 hours before so many people, and beyond it nobody before five ordinary days. */
export const DAILY_STOP = 290
const STOP_TIMES = 5
/** How many of the latest days with a reading an ordinary day is the mean of. */
export const USUAL_DAYS = 14

/** What a pace calls for: nothing, an alarm while the reading goes on, or the end of the reading. */
export function judgePace({ lastHour, lastDay, usualDay }: ReadingPace): 'ordinary' | 'alarm' | 'stop' {
  const usual = Math.max(USUAL_FLOOR, usualDay)
  if (lastHour > HOURLY_STOP || lastDay > Math.max(DAILY_STOP, STOP_TIMES * usual)) return 'stop'
  return lastHour > HOURLY_ALARM || lastDay > USUAL_TIMES * usual ? 'alarm' : 'ordinary'
}

/** Up to so many people in 24 hours the ordinary day changes nothing to the judgement, whatever it is. */
export const CALM_DAY = USUAL_TIMES * USUAL_FLOOR
