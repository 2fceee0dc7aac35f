import {
  ALL_SKILLS,
  EXPERIENCE_TENTHS,
  FULL_CONTRACT_TENTHS,
  FULL_TRAVEL_TENTHS,
  LATENESSES,
  LEVELS,
  OCCUPATION,
  SCHEDULE_ROW,
  SCHEDULE_TENTHS,
  START_TENTHS,
  TRAVEL,
} from './given'
import { word } from './memory'
import { roundHalfUp } from './rounding'

// Each criterion in tenths of a point, by the expressions of scorePair: same operations, same order, same rounding.

/** For a proximity, 0 to 1. */
export function occupationTenths(proximity: f64): i32 {
  return roundHalfUp(OCCUPATION * proximity)
}

/** For `had` of `wanted` skills. */
export function skillTenths(had: i32, wanted: i32): i32 {
  const share: f64 = wanted === 0 ? 1 : f64(had) / f64(wanted)
  return roundHalfUp(ALL_SKILLS * share)
}

/** For the levels wanted and had. */
export function experienceTenths(wanted: i32, had: i32): i32 {
  return word(EXPERIENCE_TENTHS, wanted * LEVELS + had)
}

/** For the quarter-days wanted, and those of them that are had. */
export function scheduleTenths(wanted: i32, had: i32): i32 {
  return word(SCHEDULE_TENTHS, popcnt<i32>(wanted) * SCHEDULE_ROW + popcnt<i32>(had))
}

/** For somebody available `late` days after the start (below zero: before), within the tolerance. */
export function startTenths(late: i32): i32 {
  return word(START_TENTHS, late & ~(late >> 31) & (LATENESSES - 1))
}

/** For contracts wished and offered, one bit each. */
export function contractTenths(wished: i32, offered: i32): i32 {
  return (wished & offered) === 0 ? 0 : FULL_CONTRACT_TENTHS
}

/** For a distance and a limit in km, the distance within the limit. */
export function travelTenths(km: f64, limitKm: f64): i32 {
  const share: f64 = limitKm > 0 ? max<f64>(0, 1 - km / limitKm) : km === 0 ? 1 : 0
  return roundHalfUp(TRAVEL * share)
}

/** What a km takes from travel, in tenths, for a limit in km. */
export function travelPerKm(limitKm: f64): f64 {
  return limitKm > 0 ? TRAVEL / limitKm : 0
}

/** The most that travel can bring from at least `leastKm`, within the limit, when a km takes so much: rounding never takes more. */
export function mostTravelFrom(leastKm: f64, perKm: f64): i32 {
  return leastKm > 0 ? i32(TRAVEL - leastKm * perKm + 0.500001) : FULL_TRAVEL_TENTHS
}

/** No farther, in km, than the limit, and than where `mostTravelTenths` is at least `least`: a hair more, so that rounding leaves nobody out. */
export function farthestBringing(least: i32, limitKm: f64): f64 {
  return least <= 0 ? limitKm : limitKm * (1 - (f64(least) - 0.500001) / TRAVEL)
}

/** The most that travel can bring to somebody who comes from at least `gapKm` and can come `limitKm`, at least as far. */
export function mostTravelTenths(gapKm: f64, limitKm: f64): i32 {
  return gapKm > 0 ? i32(TRAVEL * (1 - gapKm / limitKm) + 0.5) : FULL_TRAVEL_TENTHS
}
