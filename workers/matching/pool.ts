import { float, float64, int, int32, widenFloat64, widenInt32 } from './arrays.ts'
import { addEntry, type BlockIndex, createBlockIndex, foresee, layOut, removeEntry } from './block-index.ts'
import * as entry from './entry.ts'
import { cellAt, numberFor, numberOf } from './grid.ts'
import { addId, createIdTable, type IdTable, removeId, slotOf } from './id-table.ts'
import { cellsTaken, packPool } from './pack-pool.ts'
import { type Places, placeAt } from './places.ts'

/** Families of the index by place alone: everybody, and those open to any occupation (people) or to anybody (offers). */
export const EVERYBODY = 0
export const OPEN = 1

/**
 * People, or offers, as columns by slot, indexed twice: by occupation in cells of 0.25° × 0.35°, and by place alone in
 * cells of 0.1° × 0.15°. Arrays are shared memory: threads may read a pool that nobody writes.
 */
export type Pool = {
  ids: IdTable
  slots: number
  size: number
  free: number[]
  words: Int32Array
  limitsKm: Float64Array
  listStarts: Int32Array
  lists: Int32Array
  listsEnd: number
  byOccupation: BlockIndex
  byPlace: BlockIndex
  isIndexed: boolean
}

const occupationGrid = { rows: 720, columns: 1028 }
const placeGrid = { rows: 1800, columns: 2400, families: 2 }

/** An empty pool. Its index is built at the first question, then kept up to date. */
export const createPool = (occupations: number): Pool => ({
  ids: createIdTable(),
  slots: 0,
  size: 0,
  free: [],
  words: int32(entry.ENTRY_WORDS * 64),
  limitsKm: float64(64),
  listStarts: int32(64),
  lists: int32(1024),
  listsEnd: 0,
  byOccupation: createBlockIndex({ ...occupationGrid, families: Math.ceil(occupations * 1.25) + 16 }),
  byPlace: createBlockIndex(placeGrid),
  isIndexed: false,
})

const scratch = new Int32Array(entry.ENTRY_WORDS)

type Visit = (index: BlockIndex, family: number, level: number) => void

/** The families where a slot stands: each occupation once, with the highest level, then those by place. */
function eachFamily(pool: Pool, slot: number, visit: Visit) {
  const start = int(pool.listStarts, slot)
  const first = start + entry.LIST_HEAD
  const count = int(pool.lists, start)
  for (let at = first; at < first + count; at++) {
    const occupation = int(pool.lists, at) >> 2
    let level = int(pool.lists, at) & 3
    let isFirst = true
    for (let other = first; other < first + count; other++) {
      if (int(pool.lists, other) >> 2 !== occupation) continue
      if (other < at) isFirst = false
      level = Math.max(level, int(pool.lists, other) & 3)
    }
    if (isFirst) visit(pool.byOccupation, occupation, level)
  }
  const flags = int(pool.words, slot * entry.ENTRY_WORDS + entry.FLAGS)
  visit(pool.byPlace, EVERYBODY, entry.levelIn(flags))
  if (flags & entry.OPEN_FLAG) visit(pool.byPlace, OPEN, entry.levelIn(flags))
}

const cellOf = (pool: Pool, places: Places, slot: number, { grid }: BlockIndex) => {
  const place = int(pool.words, slot * entry.ENTRY_WORDS + entry.PLACE)
  return cellAt(grid, float(places.degrees, place * 2), float(places.degrees, place * 2 + 1))
}

function indexSlot(pool: Pool, places: Places, slot: number) {
  const reachKm = float(pool.limitsKm, slot)
  const from = slot * entry.ENTRY_WORDS
  for (let word = 0; word < entry.ENTRY_WORDS; word++) scratch[word] = int(pool.words, from + word)
  const flags = int(scratch, entry.FLAGS) & ~entry.EXPERIENCE_MASK
  eachFamily(pool, slot, (index, family, level) => {
    scratch[entry.FLAGS] = flags | (level << entry.EXPERIENCE_SHIFT)
    const cell = numberFor(index.grid, cellOf(pool, places, slot, index))
    addEntry(index, { family, cell, reachKm }, scratch)
  })
}

function unindexSlot(pool: Pool, places: Places, slot: number) {
  eachFamily(pool, slot, (index, family) => {
    const cell = numberOf(index.grid, cellOf(pool, places, slot, index))
    if (cell >= 0) removeEntry(index, { family, cell }, slot)
  })
}

/** Builds the index of everything in the pool: slots numbered again, blocks packed in order, room to spare in each. */
export function indexPool(pool: Pool, places: Places): void {
  pool.byOccupation = createBlockIndex({ ...occupationGrid, families: pool.byOccupation.families })
  pool.byPlace = createBlockIndex(placeGrid)
  for (const { grid } of [pool.byOccupation, pool.byPlace])
    for (const cell of cellsTaken(pool, places, grid)) numberFor(grid, cell)
  packPool(pool, places)
  for (let slot = 0; slot < pool.slots; slot++)
    eachFamily(pool, slot, (index, family) =>
      foresee(index, family, numberFor(index.grid, cellOf(pool, places, slot, index))),
    )
  layOut(pool.byOccupation)
  layOut(pool.byPlace)
  for (let slot = 0; slot < pool.slots; slot++) indexSlot(pool, places, slot)
  pool.isIndexed = true
}

/** Takes out the slot of an id; true when it was there. */
export function removeFromPool(pool: Pool, places: Places, id: Int32Array): boolean {
  const slot = slotOf(pool.ids, id)
  if (slot < 0) return false
  if (pool.isIndexed) unindexSlot(pool, places, slot)
  removeId(pool.ids, id)
  pool.words[slot * entry.ENTRY_WORDS + entry.SLOT] = -1
  pool.free.push(slot)
  pool.size--
  return true
}

/** Puts in, or replaces. Whoever cannot match anything is left out. */
export function putInPool(pool: Pool, places: Places, encoded: entry.Encoded): void {
  removeFromPool(pool, places, encoded.id)
  if (!encoded.canMatch) return
  const slot = pool.free.pop() ?? pool.slots++
  pool.words = widenInt32(pool.words, (slot + 1) * entry.ENTRY_WORDS)
  pool.limitsKm = widenFloat64(pool.limitsKm, slot + 1)
  pool.listStarts = widenInt32(pool.listStarts, slot + 1)
  pool.lists = widenInt32(pool.lists, pool.listsEnd + encoded.lists.length)
  pool.words.set(encoded.words, slot * entry.ENTRY_WORDS)
  pool.words[slot * entry.ENTRY_WORDS + entry.SLOT] = slot
  pool.words[slot * entry.ENTRY_WORDS + entry.PLACE] = placeAt(places, encoded.latitude, encoded.longitude)
  pool.limitsKm[slot] = encoded.limitKm
  pool.listStarts[slot] = pool.listsEnd
  pool.lists.set(encoded.lists, pool.listsEnd)
  pool.listsEnd += encoded.lists.length
  addId(pool.ids, encoded.id, slot)
  pool.size++
  if (pool.isIndexed) indexSlot(pool, places, slot)
}
