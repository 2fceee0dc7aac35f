// The core of the engine: sweeps blocks, weighs candidates and keeps the best, in the engine's own memory. AssemblyScript: the
// syntax of TypeScript, compiled to WebAssembly (scripts/core.mjs). docs/matching-engine.md tells the whole.
import { forgetCandidates } from './candidates'
import { forgetLayers } from './layers'
import { forgetLists } from './occupations'
import { forgetMet } from './seen'
import { skillTenths } from './tenths'
import { startTop } from './top'

export { readGrid } from './around'
export { addLayer } from './layers'
export { addList, couldEnter, keepLists } from './occupations'
export { readAsked, readLists } from './question'
export { keepMet } from './seen'
export { sweepEverybody, sweepOccupations, sweepOpen } from './sweep'
export { tellOffers, tellPeople } from './tell'
export { sortRows } from './top'

/** Forgets the last question, whose marks stand where they stood, though it may have ended in an error. */
export function forget(): void {
  forgetLists()
  forgetLayers()
  forgetCandidates()
}

/** Starts a question that keeps so many rows at `rowsAt`, and writes at `tenthsAt` what each number of the skills wanted brings. */
export function start(rowsAt: usize, keep: i32, tenthsAt: usize, skillCount: i32): void {
  startTop(rowsAt, keep)
  forgetMet()
  for (let had = 0; had <= skillCount; had++) store<i32>(tenthsAt + (had << 2), skillTenths(had, skillCount))
}
