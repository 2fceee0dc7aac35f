import { START_TOLERANCE_DAYS, WEIGHTS } from '#app/domain/matching/weights.ts'
import { EXPERIENCE_LEVELS } from '#app/domain/offer.ts'
import { SLOTS } from '#app/domain/schedule.ts'

// What the core is given of each criterion, in tenths of a point: the expressions of scorePair that depend on few values are worked
// out here, by the same operations in the same order with the same rounding. The others are in core/tenths.ts.

/** The tenths of each criterion in full. */
export const OCCUPATION = WEIGHTS.occupation * 10
export const ALL_SKILLS = WEIGHTS.skills * 10
export const TRAVEL = WEIGHTS.travel * 10
const SCHEDULE = WEIGHTS.schedule * 10

export const LEVELS = EXPERIENCE_LEVELS.length

/** For `common` of the `wanted` quarter-days; all of it when none is wanted. */
const scheduleTenths = (common: number, wanted: number): number =>
  Math.round(SCHEDULE * (wanted === 0 ? 1 : common / wanted))

/** The length of a row of `SCHEDULE_TENTHS`: 0 to 28 quarter-days. */
export const SCHEDULE_ROW = SLOTS.length + 1

/** By quarter-days wanted × SCHEDULE_ROW + those in common. */
export const SCHEDULE_TENTHS = Int32Array.from({ length: SCHEDULE_ROW * SCHEDULE_ROW }, (_, at) =>
  scheduleTenths(at % SCHEDULE_ROW, Math.floor(at / SCHEDULE_ROW)),
)

/** By level wanted × LEVELS + level had. */
export const EXPERIENCE_TENTHS = Int32Array.from({ length: LEVELS * LEVELS }, (_, at) => {
  const wanted = Math.floor(at / LEVELS)
  return Math.round(WEIGHTS.experience * 10 * (wanted === 0 ? 1 : Math.min(1, (at % LEVELS) / wanted)))
})

/** How many days of lateness a table tells: a power of two above the tolerance, so that a mask keeps an index inside. */
export const LATENESSES = 2 ** Math.ceil(Math.log2(START_TOLERANCE_DAYS + 1))

/** By days of lateness, 0 to `LATENESSES` − 1. */
export const START_TENTHS = Int32Array.from({ length: LATENESSES }, (_, late) =>
  Math.round(WEIGHTS.start * 10 * (late <= 0 ? 1 : Math.max(0, 1 - late / START_TOLERANCE_DAYS))),
)

/** The most that each criterion can bring. */
export const FULL_TRAVEL_TENTHS = Math.round(TRAVEL)
export const FULL_SKILL_TENTHS = Math.round(ALL_SKILLS)
export const FULL_SCHEDULE_TENTHS = Math.round(SCHEDULE)
export const FULL_CONTRACT_TENTHS = Math.round(WEIGHTS.contract * 10)

/** The most that everything but occupation and travel can bring. */
export const FULL_REST_TENTHS =
  FULL_SKILL_TENTHS +
  Math.round(WEIGHTS.experience * 10) +
  FULL_SCHEDULE_TENTHS +
  Math.round(WEIGHTS.start * 10) +
  FULL_CONTRACT_TENTHS
