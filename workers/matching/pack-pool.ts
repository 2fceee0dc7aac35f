import { int32In, roomy } from './arena.ts'
import { float64, int32 } from './arrays.ts'
import * as entry from './entry.ts'
import { tableOf } from './id-table.ts'
import type { Pool } from './pool.ts'
import { lengthAt, projectsAt } from './records.ts'

// Sorting keys hold the slot in their last 24 bits; what they are sorted by has the 29 bits left of 2^53.
const SLOT_ROOM = 2 ** 24

const wordAt = (pool: Pool, slot: number, word: number) =>
  pool.words[slot * entry.ENTRY_WORDS + word] as number

/** The slots in use by first occupation. */
function byOccupation(pool: Pool): Float64Array {
  const keys = new Float64Array(pool.size)
  let count = 0
  for (let slot = 0; slot < pool.slots; slot++) {
    const record = wordAt(pool, slot, entry.RECORD)
    if (record < 0) continue
    const [project] = projectsAt(pool.records, record)
    keys[count++] = (project === undefined ? 0 : (project >> 2) + 1) * SLOT_ROOM + slot
  }
  return keys.sort().map((key) => key % SLOT_ROOM)
}

/** The slots in use by place, in each by first occupation: those whom a question meets stand in few pages of memory. */
function inPlaceOrder(pool: Pool, places: number): Int32Array {
  const ends = new Int32Array(places)
  const slots = byOccupation(pool)
  const placeOf = (slot: number) => wordAt(pool, slot, entry.PLACE)
  for (const slot of slots) ends[placeOf(slot)] = (ends[placeOf(slot)] as number) + 1
  for (let place = 1; place < places; place++)
    ends[place] = (ends[place] as number) + (ends[place - 1] as number)
  const order = new Int32Array(slots.length)
  for (const slot of slots.reverse()) {
    const at = (ends[placeOf(slot)] as number) - 1
    ends[placeOf(slot)] = at
    order[at] = slot
  }
  return order
}

function copy(source: Int32Array, from: number, target: Int32Array, to: number, count: number) {
  for (let word = 0; word < count; word++) target[to + word] = source[from + word] as number
}

/** Numbers the slots again, by place, and gives back what removals left unused. Places have numbers under `places`. */
export function packPool(pool: Pool, places: number): void {
  const order = inPlaceOrder(pool, places)
  const size = order.length
  const words = int32(Math.max(1, size) * entry.ENTRY_WORDS)
  const limitsKm = float64(Math.max(1, size))
  const ids = int32(Math.max(1, size) * 4)
  let length = 0
  for (const slot of order) length += lengthAt(pool.records, wordAt(pool, slot, entry.RECORD))
  const records = int32In(pool.arena, roomy(length))
  let end = 0
  for (let slot = 0; slot < size; slot++) {
    const old = order[slot] as number
    const record = wordAt(pool, old, entry.RECORD)
    const own = lengthAt(pool.records, record)
    const at = slot * entry.ENTRY_WORDS
    copy(pool.words, old * entry.ENTRY_WORDS, words, at, entry.ENTRY_WORDS)
    words[at + entry.RECORD] = end
    copy(pool.ids.words, old * 4, ids, slot * 4, 4)
    limitsKm[slot] = pool.limitsKm[old] as number
    copy(pool.records, record, records, end, own)
    records[end + entry.SLOT] = slot
    end += own
  }
  Object.assign(pool, { words, limitsKm, records, recordsEnd: end, slots: size, free: [] })
  Object.assign(pool.ids, tableOf(ids, size))
}

/** The slots of a packed pool in the order of their entries in any block: each is then added after the others. */
export function inEntryOrder(pool: Pool): Int32Array {
  const lastOf = (slot: number) => wordAt(pool, slot, entry.LAST)
  const distinct = new Set<number>()
  for (let slot = 0; slot < pool.slots; slot++) distinct.add(lastOf(slot))
  const ranks = new Map([...distinct].sort((a, b) => b - a).map((last, rank) => [last, rank]))
  const keys = new Float64Array(pool.slots)
  for (let slot = 0; slot < pool.slots; slot++) keys[slot] = (ranks.get(lastOf(slot)) ?? 0) * SLOT_ROOM + slot
  return Int32Array.from(keys.sort(), (key) => key % SLOT_ROOM)
}
