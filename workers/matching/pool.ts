import { float64, int32, widenFloat64, widenInt32 } from './arrays.ts'
import { addEntry, type BlockIndex, createBlockIndex, foresee, layOut, removeEntry } from './block-index.ts'
import * as entry from './entry.ts'
import { cellAt, type Grid, numberFor, numberOf } from './grid.ts'
import { addId, createIdTable, type IdTable, idOrder, removeId, slotOf } from './id-table.ts'
import { LAYERS, layerOf } from './layers.ts'
import { cellsTaken, inEntryOrder, packPool } from './pack-pool.ts'
import { type Places, placeAt } from './places.ts'

/** Families of the index by place alone: everybody, and those open to any occupation (people) or to anybody (offers). */
export const EVERYBODY = 0
export const OPEN = 1
const PLACE_FAMILIES = 2

/** The two indexes of those whose limits are in one range. */
export type Layer = { byOccupation: BlockIndex; byPlace: BlockIndex }

/**
 * People, or offers, as columns by slot, indexed twice in each layer: by occupation, and by place alone. Arrays are shared
 * memory: threads may read a pool that nobody writes.
 */
export type Pool = {
  side: 'people' | 'offers'
  ids: IdTable
  slots: number
  size: number
  free: number[]
  /** Where the record of each slot stands; −1 for a free slot. */
  starts: Int32Array
  limitsKm: Float64Array
  records: Int32Array
  recordsEnd: number
  layers: Layer[]
  families: number
  isIndexed: boolean
}

const createLayers = ({ side, families }: Pick<Pool, 'side' | 'families'>): Layer[] =>
  (side === 'people' ? LAYERS : LAYERS.slice(0, 1)).map((shape) => ({
    byOccupation: createBlockIndex({ ...shape.byOccupation, families }),
    byPlace: createBlockIndex({ ...shape.byPlace, families: PLACE_FAMILIES }),
  }))

/** An empty pool for so many occupations, or more. Its index is built at the first question, then kept up to date. */
export function createPool(side: Pool['side'], occupations: number): Pool {
  const families = Math.ceil(occupations * 1.25) + 16
  return {
    side,
    ids: createIdTable(),
    slots: 0,
    size: 0,
    free: [],
    starts: int32(64),
    limitsKm: float64(64),
    records: int32(1024),
    recordsEnd: 0,
    layers: createLayers({ side, families }),
    families,
    isIndexed: false,
  }
}

/** The index of those who come as far as whoever stands in a slot. */
const layerAt = (pool: Pool, slot: number): Layer =>
  pool.layers[layerOf(pool.limitsKm[slot] as number)] as Layer

type Visit = (index: BlockIndex, family: number, level: number) => void

/** The families where a slot stands: each occupation once, with the highest level, then those by place. */
function eachFamily(pool: Pool, slot: number, visit: Visit) {
  const layer = layerAt(pool, slot)
  const { records } = pool
  const record = pool.starts[slot] as number
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
    if (isFirst) visit(layer.byOccupation, occupation, level)
  }
  const flags = records[record + entry.FLAGS] as number
  visit(layer.byPlace, EVERYBODY, entry.levelIn(flags))
  if (flags & entry.OPEN_FLAG) visit(layer.byPlace, OPEN, entry.levelIn(flags))
}

const cellOf = (pool: Pool, places: Places, slot: number, grid: Grid) => {
  const place = pool.records[(pool.starts[slot] as number) + entry.PLACE] as number
  return cellAt(grid, places.degrees[place * 2] as number, places.degrees[place * 2 + 1] as number)
}

const scratch = new Int32Array(entry.ENTRY_WORDS)

function indexSlot(pool: Pool, places: Places, slot: number) {
  const reachKm = pool.limitsKm[slot] as number
  const record = pool.starts[slot] as number
  for (let word = 0; word < entry.ENTRY_WORDS; word++) scratch[word] = pool.records[record + word] as number
  const flags = (scratch[entry.FLAGS] as number) & ~entry.EXPERIENCE_MASK
  eachFamily(pool, slot, (index, family, level) => {
    scratch[entry.FLAGS] = flags | (level << entry.EXPERIENCE_SHIFT)
    const cell = numberFor(index.grid, cellOf(pool, places, slot, index.grid))
    addEntry(index, { family, cell, reachKm }, scratch)
  })
}

function unindexSlot(pool: Pool, places: Places, slot: number) {
  const record = pool.starts[slot] as number
  const known = { last: pool.records[record + entry.LAST] as number, record }
  eachFamily(pool, slot, (index, family) => {
    const cell = numberOf(index.grid, cellOf(pool, places, slot, index.grid))
    if (cell >= 0) removeEntry(index, { family, cell }, known)
  })
}

/** Gives those in the pool the new numbers of their places. */
export function renumberPlaces({ records, starts, slots }: Pool, numbers: Int32Array): void {
  for (let slot = 0; slot < slots; slot++) {
    const record = starts[slot] as number
    if (record < 0) continue
    records[record + entry.PLACE] = numbers[records[record + entry.PLACE] as number] as number
  }
}

/** Builds the index of everything in the pool: slots numbered again, blocks packed in order, room to spare in each. */
export function indexPool(pool: Pool, places: Places): void {
  const layers = createLayers(pool)
  for (const [number, { byOccupation, byPlace }] of layers.entries())
    for (const { grid } of [byOccupation, byPlace])
      for (const cell of cellsTaken(pool, places, { grid, layer: number })) numberFor(grid, cell)
  pool.layers = layers
  packPool(pool, places)
  for (let slot = 0; slot < pool.slots; slot++)
    eachFamily(pool, slot, (index, family) =>
      foresee(index, family, numberFor(index.grid, cellOf(pool, places, slot, index.grid))),
    )
  for (const { byOccupation, byPlace } of layers) {
    layOut(byOccupation)
    layOut(byPlace)
  }
  for (const slot of inEntryOrder(pool)) indexSlot(pool, places, slot)
  pool.isIndexed = true
}

/** Takes out the slot of an id; true when it was there. */
export function removeFromPool(pool: Pool, places: Places, id: Int32Array): boolean {
  const slot = slotOf(pool.ids, id)
  if (slot < 0) return false
  if (pool.isIndexed) unindexSlot(pool, places, slot)
  removeId(pool.ids, id)
  pool.starts[slot] = -1
  pool.free.push(slot)
  pool.size--
  return true
}

function writeRecord(pool: Pool, slot: number, place: number, encoded: entry.Encoded): number {
  const { words, projects, skills, licences } = encoded
  const record = pool.recordsEnd
  pool.recordsEnd += entry.RECORD_HEAD + projects.length + skills.length + licences.length
  pool.records = widenInt32(pool.records, pool.recordsEnd)
  const { records } = pool
  records.set(words, record)
  records[record + entry.RECORD] = record
  records[record + entry.PLACE] = place
  records[record + entry.SLOT] = slot
  records[record + entry.ID] = idOrder(encoded.id)
  let at = record + entry.PROJECT_COUNT
  for (const list of [projects, skills, licences]) records[at++] = list.length
  for (const list of [projects, skills, licences]) for (const item of list) records[at++] = item
  return record
}

/** Puts in, or replaces. Whoever cannot be found is left out. */
export function putInPool(pool: Pool, places: Places, encoded: entry.Encoded): void {
  removeFromPool(pool, places, encoded.id)
  if (!encoded.canBeFound) return
  const slot = pool.free.pop() ?? pool.slots++
  pool.starts = widenInt32(pool.starts, slot + 1)
  pool.limitsKm = widenFloat64(pool.limitsKm, slot + 1)
  const place = placeAt(places, encoded.latitude, encoded.longitude)
  pool.starts[slot] = writeRecord(pool, slot, place, encoded)
  pool.limitsKm[slot] = encoded.limitKm
  addId(pool.ids, encoded.id, slot)
  pool.size++
  if (pool.isIndexed) indexSlot(pool, places, slot)
}
