import { int, int32, widenInt32 } from './arrays.ts'
import { ENTRY_WORDS, LAST, RECORD } from './entry.ts'
import { createGrid, type Grid } from './grid.ts'

// The words of a block: where its run starts and how long it is, the room of the run, and the LAST of its first entry.
const START = 0
const LENGTH = 1
const ROOM = 2
const MOST = 3
const BLOCK_WORDS = 4

/**
 * Entries in blocks, one for each family (an occupation, or everybody) and cell of the grid. A block is a run of entries in
 * one array, by falling LAST then by record; a full one moves to a run twice as long. `filled` has a bit for each
 * family and cell that ever had a block.
 */
export type BlockIndex = {
  grid: Grid
  families: number
  cells: number
  table: Int32Array
  filled: Int32Array
  blocks: number
  meta: Int32Array
  entries: Int32Array
  end: number
  /** The largest travel limit in km ever put in (0 for offers). */
  maxReachKm: number
}

const CELLS_AT_FIRST = 64
const bitWords = (cells: number) => cells >> 5

/** An index without any entry; `families` may grow. */
export const createBlockIndex = (shape: { rows: number; columns: number; families: number }): BlockIndex => ({
  grid: createGrid(shape.rows, shape.columns),
  families: shape.families,
  cells: CELLS_AT_FIRST,
  table: int32(shape.families * CELLS_AT_FIRST),
  filled: int32(shape.families * bitWords(CELLS_AT_FIRST)),
  blocks: 0,
  meta: int32(BLOCK_WORDS * 64),
  entries: int32(ENTRY_WORDS * 64),
  end: 0,
  maxReachKm: 0,
})

/** The block of a family in a numbered cell, or −1. */
export function blockOf(index: BlockIndex, family: number, cell: number): number {
  if (family >= index.families || cell >= index.cells) return -1
  if (((int(index.filled, family * (index.cells >> 5) + (cell >> 5)) >>> (cell & 31)) & 1) === 0) return -1
  return int(index.table, family * index.cells + cell) - 1
}

/** Where the first entry of a block stands in `entries`. */
export const startOf = (index: BlockIndex, block: number): number =>
  int(index.meta, block * BLOCK_WORDS + START) * ENTRY_WORDS
/** How many words the entries of a block take. */
export const extentOf = (index: BlockIndex, block: number): number =>
  int(index.meta, block * BLOCK_WORDS + LENGTH) * ENTRY_WORDS
/** The largest LAST of a block: the travel limit of people in whole km, or the last day of offers. */
export const mostOf = (index: BlockIndex, block: number): number =>
  int(index.meta, block * BLOCK_WORDS + MOST)

function widenTable(index: BlockIndex, family: number, cell: number) {
  if (family < index.families && cell < index.cells) return
  let cells = index.cells
  while (cells <= cell) cells *= 2
  const families = family < index.families ? index.families : Math.ceil((family + 1) * 1.25)
  const table = int32(families * cells)
  const filled = int32(families * bitWords(cells))
  for (let row = 0; row < index.families; row++) {
    table.set(index.table.subarray(row * index.cells, (row + 1) * index.cells), row * cells)
    const own = bitWords(index.cells)
    filled.set(index.filled.subarray(row * own, (row + 1) * own), row * bitWords(cells))
  }
  Object.assign(index, { table, filled, cells, families })
}

/** The block of a family in a numbered cell, made now when there was none. */
function blockFor(index: BlockIndex, family: number, cell: number): number {
  widenTable(index, family, cell)
  const at = family * index.cells + cell
  if (int(index.table, at) > 0) return int(index.table, at) - 1
  const block = index.blocks++
  index.meta = widenInt32(index.meta, index.blocks * BLOCK_WORDS)
  index.table[at] = block + 1
  const word = family * bitWords(index.cells) + (cell >> 5)
  index.filled[word] = int(index.filled, word) | (1 << (cell & 31))
  return block
}

function takeRun(index: BlockIndex, block: number, room: number) {
  index.entries = widenInt32(index.entries, (index.end + room) * ENTRY_WORDS)
  index.meta[block * BLOCK_WORDS + START] = index.end
  index.meta[block * BLOCK_WORDS + ROOM] = room
  index.end += room
}

/** Counts an entry to come, so that `layOut` gives each block a run of the right length. */
export function foresee(index: BlockIndex, family: number, cell: number): void {
  const block = blockFor(index, family, cell)
  index.meta[block * BLOCK_WORDS + ROOM] = int(index.meta, block * BLOCK_WORDS + ROOM) + 1
}

/** Numbers the blocks foreseen in the order of families then cells and gives each its run, with one place in eight to spare. */
export function layOut(index: BlockIndex): void {
  const foreseen = index.meta
  let total = 0
  const room = (block: number) => {
    const count = int(foreseen, block * BLOCK_WORDS + ROOM)
    return count + (count >> 3) + 1
  }
  for (let block = 0; block < index.blocks; block++) total += room(block)
  index.entries = int32((total + (total >> 4) + 64) * ENTRY_WORDS)
  index.meta = int32(foreseen.length)
  let next = 0
  for (let at = 0; at < index.table.length; at++) {
    const block = int(index.table, at) - 1
    if (block < 0) continue
    index.table[at] = next + 1
    takeRun(index, next++, room(block))
  }
}

/** Where an entry stands, or would stand, among those of a block. */
function positionOf(index: BlockIndex, block: number, last: number, record: number): number {
  const start = int(index.meta, block * BLOCK_WORDS + START)
  let low = 0
  let high = int(index.meta, block * BLOCK_WORDS + LENGTH)
  while (low < high) {
    const middle = (low + high) >> 1
    const at = (start + middle) * ENTRY_WORDS
    const other = int(index.entries, at + LAST)
    if (other > last || (other === last && int(index.entries, at + RECORD) < record)) low = middle + 1
    else high = middle
  }
  return start + low
}

const noteMost = (index: BlockIndex, block: number) => {
  index.meta[block * BLOCK_WORDS + MOST] = int(index.entries, startOf(index, block) + LAST)
}

/** Adds an entry (its words in `source`) with the travel limit in km that it brings (0 for an offer). */
export function addEntry(
  index: BlockIndex,
  where: { family: number; cell: number; reachKm: number },
  source: Int32Array,
): void {
  const block = blockFor(index, where.family, where.cell)
  const length = int(index.meta, block * BLOCK_WORDS + LENGTH)
  if (length === int(index.meta, block * BLOCK_WORDS + ROOM)) {
    const start = startOf(index, block)
    takeRun(index, block, Math.max(4, length * 2))
    index.entries.copyWithin(startOf(index, block), start, start + length * ENTRY_WORDS)
  }
  const at = positionOf(index, block, int(source, LAST), int(source, RECORD)) * ENTRY_WORDS
  const end = startOf(index, block) + length * ENTRY_WORDS
  if (at < end) index.entries.copyWithin(at + ENTRY_WORDS, at, end)
  for (let word = 0; word < ENTRY_WORDS; word++) index.entries[at + word] = int(source, word)
  index.meta[block * BLOCK_WORDS + LENGTH] = length + 1
  noteMost(index, block)
  if (where.reachKm > index.maxReachKm) index.maxReachKm = where.reachKm
}

/** Removes an entry, known by its LAST and its record, from its block. */
export function removeEntry(
  index: BlockIndex,
  where: { family: number; cell: number },
  entry: { last: number; record: number },
): void {
  const block = blockOf(index, where.family, where.cell)
  if (block < 0) return
  const at = positionOf(index, block, entry.last, entry.record) * ENTRY_WORDS
  const end = startOf(index, block) + extentOf(index, block)
  if (at >= end || int(index.entries, at + RECORD) !== entry.record) return
  index.entries.copyWithin(at, at + ENTRY_WORDS, end)
  index.meta[block * BLOCK_WORDS + LENGTH] = int(index.meta, block * BLOCK_WORDS + LENGTH) - 1
  noteMost(index, block)
}
