import { float, float64, int, int32, widenFloat64, widenInt32 } from './arrays.ts'
import { ENTRY_WORDS } from './entry.ts'
import { createGrid, type Grid } from './grid.ts'

/**
 * Entries in blocks, one for each family (an occupation, or everybody) and cell of the grid. A block is a run of entries
 * in one array; a full one moves to a run twice as long. `reachKm` is the largest travel limit of a block's people.
 */
export type BlockIndex = {
  grid: Grid
  families: number
  cells: number
  table: Int32Array
  blocks: number
  starts: Int32Array
  lengths: Int32Array
  rooms: Int32Array
  reachKm: Float64Array
  entries: Int32Array
  end: number
  maxReachKm: number
}

/** An index without any entry; `families` may grow. */
export const createBlockIndex = (shape: { rows: number; columns: number; families: number }): BlockIndex => ({
  grid: createGrid(shape.rows, shape.columns),
  families: shape.families,
  cells: 64,
  table: int32(shape.families * 64),
  blocks: 0,
  starts: int32(64),
  lengths: int32(64),
  rooms: int32(64),
  reachKm: float64(64),
  entries: int32(ENTRY_WORDS * 64),
  end: 0,
  maxReachKm: 0,
})

/** The block of a family in a numbered cell, or −1. */
export const blockOf = (index: BlockIndex, family: number, cell: number): number =>
  family < index.families && cell < index.cells ? int(index.table, family * index.cells + cell) - 1 : -1

function widenTable(index: BlockIndex, family: number, cell: number) {
  if (family < index.families && cell < index.cells) return
  const cells = cell < index.cells ? index.cells : Math.max(cell + 1, index.cells * 2)
  const families = family < index.families ? index.families : Math.ceil((family + 1) * 1.25)
  const table = int32(families * cells)
  for (let row = 0; row < index.families; row++)
    table.set(index.table.subarray(row * index.cells, (row + 1) * index.cells), row * cells)
  index.table = table
  index.cells = cells
  index.families = families
}

/** The block of a family in a numbered cell, made now when there was none. */
function blockFor(index: BlockIndex, family: number, cell: number): number {
  widenTable(index, family, cell)
  const at = family * index.cells + cell
  if (int(index.table, at) > 0) return int(index.table, at) - 1
  const block = index.blocks++
  index.starts = widenInt32(index.starts, index.blocks)
  index.lengths = widenInt32(index.lengths, index.blocks)
  index.rooms = widenInt32(index.rooms, index.blocks)
  index.reachKm = widenFloat64(index.reachKm, index.blocks)
  index.table[at] = block + 1
  return block
}

function takeRun(index: BlockIndex, block: number, room: number) {
  index.entries = widenInt32(index.entries, (index.end + room) * ENTRY_WORDS)
  index.starts[block] = index.end
  index.rooms[block] = room
  index.end += room
}

/** Counts an entry to come, so that `layOut` gives each block a run of the right length. */
export function foresee(index: BlockIndex, family: number, cell: number): void {
  const block = blockFor(index, family, cell)
  index.rooms[block] = int(index.rooms, block) + 1
}

/** Numbers the blocks foreseen in the order of families then cells and gives each its run, with one place in eight to spare. */
export function layOut(index: BlockIndex): void {
  let total = 0
  const foreseen = index.rooms
  const room = (block: number) => int(foreseen, block) + (int(foreseen, block) >> 3) + 1
  for (let block = 0; block < index.blocks; block++) total += room(block)
  index.entries = int32(total * ENTRY_WORDS)
  index.rooms = int32(foreseen.length)
  let next = 0
  for (let at = 0; at < index.table.length; at++) {
    const block = int(index.table, at) - 1
    if (block < 0) continue
    index.table[at] = next + 1
    takeRun(index, next++, room(block))
  }
}

/** Adds an entry (its words in `source` from `from`) with the travel limit in km that it brings (0 for an offer). */
export function addEntry(
  index: BlockIndex,
  where: { family: number; cell: number; reachKm: number },
  source: Int32Array,
): void {
  const block = blockFor(index, where.family, where.cell)
  const length = int(index.lengths, block)
  if (length === int(index.rooms, block)) {
    const start = int(index.starts, block)
    takeRun(index, block, Math.max(4, length * 2))
    index.entries.copyWithin(
      int(index.starts, block) * ENTRY_WORDS,
      start * ENTRY_WORDS,
      (start + length) * ENTRY_WORDS,
    )
  }
  const at = (int(index.starts, block) + length) * ENTRY_WORDS
  for (let word = 0; word < ENTRY_WORDS; word++) index.entries[at + word] = int(source, word)
  index.lengths[block] = length + 1
  if (where.reachKm > float(index.reachKm, block)) index.reachKm[block] = where.reachKm
  if (where.reachKm > index.maxReachKm) index.maxReachKm = where.reachKm
}

/** Removes the entry of a slot from its block; the last of the block takes its place. */
export function removeEntry(index: BlockIndex, where: { family: number; cell: number }, slot: number): void {
  const block = blockOf(index, where.family, where.cell)
  if (block < 0) return
  const start = int(index.starts, block) * ENTRY_WORDS
  const last = start + (int(index.lengths, block) - 1) * ENTRY_WORDS
  for (let at = start; at <= last; at += ENTRY_WORDS)
    if (int(index.entries, at) === slot) {
      index.entries.copyWithin(at, last, last + ENTRY_WORDS)
      index.lengths[block] = int(index.lengths, block) - 1
      return
    }
}
