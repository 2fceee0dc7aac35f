import { addEntry, type BlockIndex, removeEntry } from './block-index.ts'
import * as entry from './entry.ts'
import { cellAt, numberFor, numberOf } from './grid.ts'
import { layerOf, OPEN } from './layers.ts'
import type { Places } from './places.ts'
import type { Layer, Pool } from './pool.ts'

/** The index of those who come as far as whoever stands in a slot. */
const layerAt = (pool: Pool, slot: number): Layer =>
  pool.layers[layerOf(pool.limitsKm[slot] as number)] as Layer

type Visit = (by: keyof Layer, family: number, level: number) => void

/** The families where a record stands: each occupation once, with the highest level, then those by place. */
export function eachFamily(records: Int32Array, record: number, visit: Visit): void {
  const first = record + entry.RECORD_HEAD
  const count = records[record + entry.PROJECT_COUNT] as number
  for (let at = first; at < first + count; at++) {
    const occupation = (records[at] as number) >> 2
    let level = (records[at] as number) & 3
    let isFirst = true
    for (let other = first; other < first + count; other++) {
      if ((records[other] as number) >> 2 !== occupation) continue
      if (other < at) isFirst = false
      level = Math.max(level, (records[other] as number) & 3)
    }
    if (isFirst) visit('byOccupation', occupation, level)
  }
  const flags = records[record + entry.FLAGS] as number
  const kinds = flags & entry.KINDS_MASK
  if (kinds !== 0) visit('byPlace', kinds, entry.levelIn(flags))
  if (flags & entry.OPEN_FLAG) visit('byPlace', OPEN, entry.levelIn(flags))
}

/** The numbered cell where somebody stands in each index of a layer. */
export type Cells = { [By in keyof Layer]: number }

const scratch = new Int32Array(entry.ENTRY_WORDS)

/** Adds the entries of whoever stands in a slot to the blocks of these cells. */
export function addEntries(pool: Pool, slot: number, layer: Layer, cells: Cells): void {
  const reachKm = pool.limitsKm[slot] as number
  const record = pool.starts[slot] as number
  for (let word = 0; word < entry.ENTRY_WORDS; word++) scratch[word] = pool.records[record + word] as number
  const flags = (scratch[entry.FLAGS] as number) & ~entry.EXPERIENCE_MASK
  eachFamily(pool.records, record, (by, family, level) => {
    scratch[entry.FLAGS] = flags | (level << entry.EXPERIENCE_SHIFT)
    addEntry(layer[by], { family, cell: cells[by], reachKm }, scratch)
  })
}

const cellsAt = (pool: Pool, places: Places, slot: number, layer: Layer, number: typeof numberOf): Cells => {
  const place = (pool.records[(pool.starts[slot] as number) + entry.PLACE] as number) * 2
  const latitude = places.degrees[place] as number
  const longitude = places.degrees[place + 1] as number
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
  const record = pool.starts[slot] as number
  const known = { last: pool.records[record + entry.LAST] as number, record }
  const cells = cellsAt(pool, places, slot, layer, numberOf)
  eachFamily(pool.records, record, (by, family) => {
    if (cells[by] >= 0) removeEntry(layer[by], { family, cell: cells[by] }, known)
  })
}
