import { float, float64, int, int32 } from './arrays.ts'
import * as entry from './entry.ts'
import { cellAt, numberOf } from './grid.ts'
import { idsOf } from './id-table.ts'
import type { Places } from './places.ts'
import type { Pool } from './pool.ts'

// Sorting keys hold the slot in their last 24 bits; occupations times numbered cells stay under the 29 bits left of 2^53.
const SLOT_ROOM = 2 ** 24

const isLive = (pool: Pool, slot: number) => int(pool.words, slot * entry.ENTRY_WORDS + entry.SLOT) === slot

/** The slots in use, by first occupation then by cell: those who stand in one block come together. */
function inBlockOrder(pool: Pool, places: Places): Float64Array {
  const { grid } = pool.byOccupation
  const keys = new Float64Array(pool.size)
  let count = 0
  for (let slot = 0; slot < pool.slots; slot++) {
    if (!isLive(pool, slot)) continue
    const list = int(pool.listStarts, slot)
    const family = int(pool.lists, list) === 0 ? 0 : (int(pool.lists, list + entry.LIST_HEAD) >> 2) + 1
    const place = int(pool.words, slot * entry.ENTRY_WORDS + entry.PLACE)
    const cell = cellAt(grid, float(places.degrees, place * 2), float(places.degrees, place * 2 + 1))
    keys[count++] = (family * grid.count + numberOf(grid, cell)) * SLOT_ROOM + slot
  }
  return keys.sort()
}

const lengthOf = ({ lists, listStarts }: Pool, slot: number) => {
  const start = int(listStarts, slot)
  return entry.LIST_HEAD + int(lists, start) + int(lists, start + 1) + int(lists, start + 2)
}

function copy(source: Int32Array, from: number, target: Int32Array, to: number, count: number) {
  for (let word = 0; word < count; word++) target[to + word] = int(source, from + word)
}

/** Numbers the slots again (the cells of the grid by occupation have their numbers) so that blocks read memory in sequence, and gives back what removals left unused. */
export function packPool(pool: Pool, places: Places): void {
  const order = inBlockOrder(pool, places)
  const size = order.length
  const words = int32(Math.max(1, size) * entry.ENTRY_WORDS)
  const limitsKm = float64(Math.max(1, size))
  const listStarts = int32(Math.max(1, size))
  const ids = int32(Math.max(1, size) * 4)
  let length = 0
  for (const key of order) length += lengthOf(pool, key % SLOT_ROOM)
  const lists = int32(Math.max(1, length))
  let end = 0
  for (let slot = 0; slot < size; slot++) {
    const old = float(order, slot) % SLOT_ROOM
    const from = old * entry.ENTRY_WORDS
    copy(pool.words, from, words, slot * entry.ENTRY_WORDS, entry.ENTRY_WORDS)
    words[slot * entry.ENTRY_WORDS + entry.SLOT] = slot
    copy(pool.ids.words, old * 4, ids, slot * 4, 4)
    limitsKm[slot] = float(pool.limitsKm, old)
    listStarts[slot] = end
    const start = int(pool.listStarts, old)
    const own = lengthOf(pool, old)
    copy(pool.lists, start, lists, end, own)
    end += own
  }
  Object.assign(pool, { words, limitsKm, listStarts, lists, listsEnd: end, slots: size, free: [] })
  Object.assign(pool.ids, idsOf(ids, size))
}

/** The cells of a grid where somebody stands, from north to south and west to east. */
export function cellsTaken(pool: Pool, places: Places, grid: Pool['byPlace']['grid']): Int32Array {
  const taken = new Set<number>()
  for (let slot = 0; slot < pool.slots; slot++) {
    if (!isLive(pool, slot)) continue
    const place = int(pool.words, slot * entry.ENTRY_WORDS + entry.PLACE)
    taken.add(cellAt(grid, float(places.degrees, place * 2), float(places.degrees, place * 2 + 1)))
  }
  return Int32Array.from(taken).sort()
}
