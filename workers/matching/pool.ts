import { type Arena, widenInt32In } from './arena.ts'
import { float64, int32, widenFloat64, widenInt32 } from './arrays.ts'
import { type BlockIndex, createBlockIndex } from './block-index.ts'
import * as entry from './entry.ts'
import { addId, createIdTable, type IdTable, removeId, slotOf } from './id-table.ts'
import { LAYERS, PLACE_FAMILIES } from './layers.ts'
import { type Places, placeAt } from './places.ts'
import { indexSlot, unindexSlot } from './pool-entries.ts'
import { recordLength, writeRecord } from './records.ts'

/** The two indexes of those whose limits are in one range. */
export type Layer = { byOccupation: BlockIndex; byPlace: BlockIndex }

/**
 * People, or offers, as columns by slot, indexed twice in each layer: by occupation, and by place alone. Arrays are shared
 * memory: threads may read a pool that nobody writes.
 */
export type Pool = {
  arena: Arena
  side: 'people' | 'offers'
  ids: IdTable
  slots: number
  size: number
  free: number[]
  /** The words of each slot (core/layout.ts), of which its entries are copies; RECORD is −1 for a free slot. */
  words: Int32Array
  limitsKm: Float64Array
  /** What the words do not hold (records.ts). In the arena once the pool is indexed. */
  records: Int32Array
  recordsEnd: number
  layers: Layer[]
  families: number
  isIndexed: boolean
}

/** The layers of a pool, without any entry. */
export const createLayers = ({ arena, side, families }: Pick<Pool, 'arena' | 'side' | 'families'>): Layer[] =>
  (side === 'people' ? LAYERS : LAYERS.slice(0, 1)).map((shape) => ({
    byOccupation: createBlockIndex(arena, { ...shape.byOccupation, families }),
    byPlace: createBlockIndex(arena, { ...shape.byPlace, families: PLACE_FAMILIES }),
  }))

/** An empty pool for so many occupations, or more. Its index is built at the first question, then kept up to date. */
export function createPool(arena: Arena, side: Pool['side'], occupations: number): Pool {
  const families = occupations + 64
  return {
    arena,
    side,
    ids: createIdTable(),
    slots: 0,
    size: 0,
    free: [],
    words: int32(64 * entry.ENTRY_WORDS),
    limitsKm: float64(64),
    records: int32(1024),
    recordsEnd: 0,
    layers: [],
    families,
    isIndexed: false,
  }
}

/** Takes out the slot of an id; true when it was there. */
export function removeFromPool(pool: Pool, places: Places, id: Int32Array): boolean {
  const slot = slotOf(pool.ids, id)
  if (slot < 0) return false
  if (pool.isIndexed) unindexSlot(pool, places, slot)
  removeId(pool.ids, id)
  pool.words[slot * entry.ENTRY_WORDS + entry.RECORD] = -1
  pool.free.push(slot)
  pool.size--
  return true
}

function addRecord(pool: Pool, slot: number, encoded: entry.Encoded): number {
  const record = pool.recordsEnd
  pool.recordsEnd += recordLength(encoded)
  pool.records = pool.isIndexed
    ? widenInt32In(pool.arena, pool.records, pool.recordsEnd + entry.RECORD_AHEAD)
    : widenInt32(pool.records, pool.recordsEnd)
  writeRecord(pool.records, record, { id: encoded.id, slot }, encoded)
  return record
}

/** Puts in, or replaces. Whoever cannot be found is left out. */
export function putInPool(pool: Pool, places: Places, encoded: entry.Encoded): void {
  removeFromPool(pool, places, encoded.id)
  if (!encoded.canBeFound) return
  const slot = pool.free.pop() ?? pool.slots++
  const at = slot * entry.ENTRY_WORDS
  pool.words = widenInt32(pool.words, at + entry.ENTRY_WORDS)
  pool.limitsKm = widenFloat64(pool.limitsKm, slot + 1)
  pool.words.set(encoded.words, at)
  pool.words[at + entry.RECORD] = addRecord(pool, slot, encoded)
  pool.words[at + entry.PLACE] = placeAt(places, encoded.latitude, encoded.longitude)
  pool.limitsKm[slot] = encoded.limitKm
  addId(pool.ids, encoded.id, slot)
  pool.size++
  if (pool.isIndexed) indexSlot(pool, places, slot)
}
