import { addEntry, type BlockIndex, removeEntry } from './block-index.ts'
import * as entry from './entry.ts'
import { cellAt, numberFor, numberOf } from './grid.ts'
import { layerOf, OPEN } from './layers.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'
import { projectsAt } from './records.ts'

/** The index of those who come as far as whoever stands in a slot. */
const layerAt = (pool: Pool, slot: number): Layer =>
  pool.layers[layerOf(pool.limitsKm[slot] as number)] as Layer

type Visit = (by: keyof Layer, family: number) => void

/** The families of whoever stands in a slot: each occupation once, then those by place. */
export function eachFamily({ words, records }: Pool, slot: number, visit: Visit): void {
  const at = slot * entry.ENTRY_WORDS
  const projects = projectsAt(records, words[at + entry.RECORD] as number)
  for (const occupation of new Set(projects.map((project) => project >> 2))) visit('byOccupation', occupation)
  const flags = words[at + entry.FLAGS] as number
  const kinds = flags & entry.KINDS_MASK
  if (kinds !== 0) visit('byPlace', kinds)
  if (flags & entry.OPEN_FLAG) visit('byPlace', OPEN)
}

/** The numbered cell where somebody stands in each index of a layer. */
export type Cells = { [By in keyof Layer]: number }

const scratch = new Int32Array(entry.ENTRY_WORDS)

/** Adds the entries of whoever stands in a slot to the blocks of these cells. */
export function addEntries(pool: Pool, slot: number, layer: Layer, cells: Cells): void {
  const reachKm = pool.limitsKm[slot] as number
  const at = slot * entry.ENTRY_WORDS
  for (let word = 0; word < entry.ENTRY_WORDS; word++) scratch[word] = pool.words[at + word] as number
  eachFamily(pool, slot, (by, family) => addEntry(layer[by], { family, cell: cells[by], reachKm }, scratch))
}

const cellsAt = (pool: Pool, places: Places, slot: number, layer: Layer, number: typeof numberOf): Cells => {
  const place = (pool.words[slot * entry.ENTRY_WORDS + entry.PLACE] as number) * 3
  const latitude = places.positions[place] as number
  const longitude = places.positions[place + 1] as number
  const cellIn = ({ grid }: BlockIndex) => number(grid, cellAt(grid, latitude, longitude))
  return { byOccupation: cellIn(layer.byOccupation), byPlace: cellIn(layer.byPlace) }
}

/** Adds a slot to the index of its layer, in cells that get a number now when they had none. */
export function indexSlot(pool: Pool, places: Places, slot: number): void {
  const layer = layerAt(pool, slot)
  addEntries(pool, slot, layer, cellsAt(pool, places, slot, layer, numberFor))
}

/** Takes a slot out of the index. */
export function unindexSlot(pool: Pool, places: Places, slot: number): void {
  const layer = layerAt(pool, slot)
  const at = slot * entry.ENTRY_WORDS
  const known = {
    last: pool.words[at + entry.LAST] as number,
    record: pool.words[at + entry.RECORD] as number,
  }
  const cells = cellsAt(pool, places, slot, layer, numberOf)
  eachFamily(pool, slot, (by, family) => {
    if (cells[by] >= 0) removeEntry(layer[by], { family, cell: cells[by] }, known)
  })
}
