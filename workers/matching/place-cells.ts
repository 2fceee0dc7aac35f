import * as entry from './entry.ts'
import { cellAt, type Grid, numberFor, numberOf } from './grid.ts'
import { LAYERS, layerOf } from './layers.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'

/** The number of the cell where each place stands, in the two indexes of a layer; −1 where nobody of the layer does. */
export type PlaceCells = { [By in keyof Layer]: Int32Array }

/** For each layer, 1 at each of the `count` places where somebody of the layer stands. */
export function placesTaken({ slots, words, limitsKm }: Pool, count: number): Uint8Array[] {
  const taken = LAYERS.map(() => new Uint8Array(count))
  for (let slot = 0; slot < slots; slot++) {
    const at = slot * entry.ENTRY_WORDS
    if ((words[at + entry.RECORD] as number) < 0) continue
    const layer = taken[layerOf(limitsKm[slot] as number)] as Uint8Array
    layer[words[at + entry.PLACE] as number] = 1
  }
  return taken
}

/** The numbers of the cells of the places taken, given now from north to south and west to east; −1 for the others. */
export function numberPlaces(grid: Grid, { positions }: Places, taken: Uint8Array): Int32Array {
  const cells = Int32Array.from(taken, (isTaken, place) =>
    isTaken ? cellAt(grid, positions[place * 3] as number, positions[place * 3 + 1] as number) : -1,
  )
  for (const cell of [...new Set(cells)].sort((a, b) => a - b)) if (cell >= 0) numberFor(grid, cell)
  return cells.map((cell) => numberOf(grid, cell))
}
