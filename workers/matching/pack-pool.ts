import { int32In, roomy } from './arena.ts'
import { float64, int32 } from './arrays.ts'
import * as entry from './entry.ts'
import { idsIn } from './id-table.ts'
import { layerOf } from './layers.ts'
import type { PlaceCells } from './place-cells.ts'
import type { Layer, Pool } from './pool.ts'

// Sorting keys hold the slot in their last 24 bits; occupations times numbered cells stay under the 29 bits left of 2^53.
const SLOT_ROOM = 2 ** 24

const recordAt = (pool: Pool, slot: number) => pool.starts[slot] as number

/** The slots in use, by first occupation then by cell: those who stand in one block come together. */
function inBlockOrder(pool: Pool, cells: readonly PlaceCells[]): Float64Array {
  const keys = new Float64Array(pool.size)
  let count = 0
  for (let slot = 0; slot < pool.slots; slot++) {
    const record = recordAt(pool, slot)
    if (record < 0) continue
    const layer = layerOf(pool.limitsKm[slot] as number)
    const { grid } = (pool.layers[layer] as Layer).byOccupation
    const hasProjects = (pool.records[record + entry.PROJECT_COUNT] as number) > 0
    const family = hasProjects ? ((pool.records[record + entry.RECORD_HEAD] as number) >> 2) + 1 : 0
    const cell = (cells[layer] as PlaceCells).byOccupation[pool.records[record + entry.PLACE] as number]
    keys[count++] = (family * grid.count + (cell as number)) * SLOT_ROOM + slot
  }
  return keys.sort()
}

const lengthOf = (records: Int32Array, record: number) =>
  entry.RECORD_HEAD +
  (records[record + entry.PROJECT_COUNT] as number) +
  (records[record + entry.SKILL_COUNT] as number) +
  (records[record + entry.LICENCE_COUNT] as number)

function copy(source: Int32Array, from: number, target: Int32Array, to: number, count: number) {
  for (let word = 0; word < count; word++) target[to + word] = source[from + word] as number
}

/** Numbers the slots again (the cells of the grids by occupation have their numbers) so that blocks read memory in sequence, and gives back what removals left unused. */
export function packPool(pool: Pool, cells: readonly PlaceCells[]): void {
  const order = inBlockOrder(pool, cells)
  const size = order.length
  const starts = int32(Math.max(1, size))
  const limitsKm = float64(Math.max(1, size))
  const ids = int32In(pool.arena, roomy(size * 4))
  let length = 0
  for (const key of order) length += lengthOf(pool.records, recordAt(pool, key % SLOT_ROOM))
  const records = int32In(pool.arena, roomy(length))
  let end = 0
  for (let slot = 0; slot < size; slot++) {
    const old = (order[slot] as number) % SLOT_ROOM
    const record = recordAt(pool, old)
    const own = lengthOf(pool.records, record)
    starts[slot] = end
    copy(pool.ids.words, old * 4, ids, slot * 4, 4)
    limitsKm[slot] = pool.limitsKm[old] as number
    copy(pool.records, record, records, end, own)
    records[end + entry.RECORD] = end
    records[end + entry.SLOT] = slot
    end += own
  }
  Object.assign(pool, { starts, limitsKm, records, recordsEnd: end, slots: size, free: [] })
  Object.assign(pool.ids, idsIn(pool.arena, ids, size))
}

/** The slots of a packed pool in the order of their entries in any block: each is then added after the others. */
export function inEntryOrder(pool: Pool): Int32Array {
  const lastOf = (slot: number) => pool.records[recordAt(pool, slot) + entry.LAST] as number
  const distinct = new Set<number>()
  for (let slot = 0; slot < pool.slots; slot++) distinct.add(lastOf(slot))
  const ranks = new Map([...distinct].sort((a, b) => b - a).map((last, rank) => [last, rank]))
  const keys = new Float64Array(pool.slots)
  for (let slot = 0; slot < pool.slots; slot++) keys[slot] = (ranks.get(lastOf(slot)) ?? 0) * SLOT_ROOM + slot
  return Int32Array.from(keys.sort(), (key) => key % SLOT_ROOM)
}
