// The core of the engine: sweeps blocks, weighs candidates and keeps the best, in the engine's own memory. AssemblyScript: the
// syntax of TypeScript, compiled to WebAssembly (scripts/core.mjs). docs/matching-engine.md tells the whole.
import { forgetGathered, gatherBlock, gatheredCount, isFilled, openGathered } from './gather'
import { FULL_REST_TENTHS } from './given'
import { MOST_GATHERED } from './layout'
import { word } from './memory'
import { available } from './question'
import { forgetMet } from './seen'
import { sweepOffers } from './sweep-offers'
import { sweepPeople } from './sweep-people'
import { skillTenths } from './tenths'
import { floorOf, startTop } from './top'

export { findAround, readGrid } from './around'
export { readIndex } from './gather'
export { readAsked, readLists } from './question'
export { keepMet } from './seen'
export { tellOffers, tellPeople } from './tell'
export { floorOf, sortRows } from './top'

/** Starts a question that keeps so many rows at `rowsAt`, and writes at `tenthsAt` what each number of the skills wanted brings. */
export function start(rowsAt: usize, keep: i32, tenthsAt: usize, skillCount: i32): void {
  startTop(rowsAt, keep)
  forgetMet()
  for (let had = 0; had <= skillCount; had++) store<i32>(tenthsAt + (had << 2), skillTenths(had, skillCount))
}

function sweepGathered(isPeople: bool, today: i32): void {
  openGathered(isPeople, max<i32>(today, available))
  if (isPeople) sweepPeople()
  else sweepOffers(today)
  forgetGathered()
}

/**
 * Sweeps families in one index, family by family and cells by rising distance, but for the blocks that cannot bring anybody above
 * the floor; returns the floor reached. Cells: how many, their numbers, their distances (km), the most that travel could bring.
 * Families: how many, their numbers, the points of their proximity, the level had in each.
 */
export function sweepFamilies(
  isPeople: bool,
  today: i32,
  cellCount: i32,
  cells: usize,
  gapsKm: usize,
  travels: usize,
  familyCount: i32,
  numbers: usize,
  nears: usize,
  levels: usize,
): i32 {
  for (let family = 0; family < familyCount; family++) {
    const near = word(nears, family)
    let enough = floorOf() - near - FULL_REST_TENTHS
    for (let next = 0; next < cellCount; next++) {
      const travel = word(travels, next)
      if (travel < enough) break
      if (!isFilled(word(numbers, family), word(cells, next))) continue
      const gapKm = load<f64>(gapsKm + (next << 3))
      gatherBlock(word(numbers, family), word(cells, next), near, travel, gapKm, word(levels, family))
      if (gatheredCount() < MOST_GATHERED) continue
      sweepGathered(isPeople, today)
      enough = floorOf() - near - FULL_REST_TENTHS
    }
  }
  sweepGathered(isPeople, today)
  return floorOf()
}
