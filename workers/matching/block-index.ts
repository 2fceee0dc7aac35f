import { type Arena, int32In, roomy, widenInt32In } from './arena.ts'
import * as layout from './core/layout.ts'
import { createGrid, type Grid } from './grid.ts'

const {
  BLOCK_LENGTH: LENGTH,
  BLOCK_MOST: MOST,
  BLOCK_ROOM: ROOM,
  BLOCK_START: START,
  BLOCK_WORDS,
  ENTRY_WORDS,
  LAST,
  RECORD,
} = layout

/**
 * Entries in blocks, one for each family (an occupation, or everybody) and cell of the grid. A block is a run of entries in
 * one array, by falling LAST then by record; a full one moves to a run twice as long. `table` holds the words of each block;
 * `filled` a bit for each that ever had an entry, so that the others are passed over without a look at the table. Both go by cell, then
 * by family: occupations of one domain, which questions read together, stand side by side.
 */
export type BlockIndex = {
  arena: Arena
  grid: Grid
  families: number
  cells: number
  table: Int32Array
  filled: Int32Array
  entries: Int32Array
  end: number
  /** The largest travel limit in km ever put in (0 for offers). */
  maxReachKm: number
}

const CELLS_AT_FIRST = 16
const bitWords = (families: number) => (families + 31) >> 5

/** An index without any entry; `families` may grow. */
export const createBlockIndex = (
  arena: Arena,
  shape: { rows: number; columns: number; families: number },
): BlockIndex => ({
  arena,
  grid: createGrid(arena, shape.rows, shape.columns),
  families: shape.families,
  cells: CELLS_AT_FIRST,
  table: int32In(arena, shape.families * CELLS_AT_FIRST * BLOCK_WORDS),
  filled: int32In(arena, bitWords(shape.families) * CELLS_AT_FIRST),
  entries: int32In(arena, ENTRY_WORDS * 64),
  end: 0,
  maxReachKm: 0,
})

/** True when a family ever had an entry in a numbered cell. */
function isFilled(index: BlockIndex, family: number, cell: number): boolean {
  if (family >= index.families || cell >= index.cells) return false
  const bits = index.filled[cell * ((index.families + 31) >> 5) + (family >> 5)] as number
  return ((bits >>> (family & 31)) & 1) !== 0
}

/** The block of a family in a numbered cell where it has, or had, entries. */
const numberOfBlock = (index: BlockIndex, family: number, cell: number): number =>
  (cell * index.families + family) * BLOCK_WORDS

/** Where the first entry of a block stands in `entries`. */
const startOf = (index: BlockIndex, block: number): number =>
  (index.table[block + START] as number) * ENTRY_WORDS
/** How many words the entries of a block take. */
const extentOf = (index: BlockIndex, block: number): number =>
  (index.table[block + LENGTH] as number) * ENTRY_WORDS

function widenTable(index: BlockIndex, family: number, cell: number) {
  if (family < index.families && cell < index.cells) return
  const cells =
    cell < index.cells ? index.cells : Math.max(cell + 1, index.grid.count, Math.ceil(index.cells * 1.5))
  const families = family < index.families ? index.families : Math.ceil((family + 1) * 1.25)
  const table = int32In(index.arena, cells * families * BLOCK_WORDS)
  const filled = int32In(index.arena, cells * bitWords(families))
  const [blocks, bits] = [index.families * BLOCK_WORDS, bitWords(index.families)]
  for (let row = 0; row < index.cells; row++) {
    table.set(index.table.subarray(row * blocks, (row + 1) * blocks), row * families * BLOCK_WORDS)
    filled.set(index.filled.subarray(row * bits, (row + 1) * bits), row * bitWords(families))
  }
  Object.assign(index, { table, filled, cells, families })
}

/** The block of a family in a numbered cell, made now when there was none. */
function blockFor(index: BlockIndex, family: number, cell: number): number {
  widenTable(index, family, cell)
  const word = cell * bitWords(index.families) + (family >> 5)
  index.filled[word] = (index.filled[word] as number) | (1 << (family & 31))
  return numberOfBlock(index, family, cell)
}

function takeRun(index: BlockIndex, block: number, room: number) {
  index.entries = widenInt32In(index.arena, index.entries, (index.end + room) * ENTRY_WORDS)
  index.table[block + START] = index.end
  index.table[block + ROOM] = room
  index.end += room
}

/** Counts an entry to come, so that `layOut` gives each block a run of the right length. */
export function foresee(index: BlockIndex, family: number, cell: number): void {
  const block = blockFor(index, family, cell)
  index.table[block + ROOM] = (index.table[block + ROOM] as number) + 1
}

/**
 * Gives each block foreseen its run, with one place in eight to spare: those of the family `apart`, which questions read alone, then the
 * others, in the order of cells then families.
 */
export function layOut(index: BlockIndex, apart = -1): void {
  const { table, families } = index
  const runFor = (count: number) => (count === 0 ? 0 : count + (count >> 3) + 1)
  let total = 0
  for (let block = 0; block < table.length; block += BLOCK_WORDS)
    total += runFor(table[block + ROOM] as number)
  index.entries = int32In(index.arena, roomy(total * ENTRY_WORDS))
  for (const isApart of [true, false])
    for (let block = 0; block < table.length; block += BLOCK_WORDS) {
      const count = table[block + ROOM] as number
      if (count > 0 && ((block / BLOCK_WORDS) % families === apart) === isApart)
        takeRun(index, block, runFor(count))
    }
}

/** True when the entry that stands at `at` comes before one with this LAST and record. */
function comesBefore({ entries }: BlockIndex, at: number, last: number, record: number): boolean {
  const other = entries[at + LAST] as number
  return other > last || (other === last && (entries[at + RECORD] as number) < record)
}

/** Where an entry stands, or would stand, in `entries`. A pool that is indexed adds each at the end: that is tried first. */
function positionOf(index: BlockIndex, block: number, last: number, record: number): number {
  const start = index.table[block + START] as number
  let low = 0
  let high = index.table[block + LENGTH] as number
  if (high > 0 && comesBefore(index, (start + high - 1) * ENTRY_WORDS, last, record)) low = high
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesBefore(index, (start + middle) * ENTRY_WORDS, last, record)) low = middle + 1
    else high = middle
  }
  return (start + low) * ENTRY_WORDS
}

function resize(index: BlockIndex, block: number, length: number) {
  index.table[block + LENGTH] = length
  index.table[block + MOST] = index.entries[startOf(index, block) + LAST] as number
}

function join(index: BlockIndex, block: number, word: number, bits: number) {
  index.table[block + word] = (index.table[block + word] as number) | bits
}

/** Adds an entry (its words in `source`) with the travel limit in km that it brings (0 for an offer). */
export function addEntry(
  index: BlockIndex,
  where: { family: number; cell: number; reachKm: number },
  source: Int32Array,
): void {
  const block = blockFor(index, where.family, where.cell)
  const length = index.table[block + LENGTH] as number
  if (length === (index.table[block + ROOM] as number)) {
    const start = startOf(index, block)
    takeRun(index, block, Math.max(4, length * 2))
    index.entries.copyWithin(startOf(index, block), start, start + length * ENTRY_WORDS)
  }
  const at = positionOf(index, block, source[LAST] as number, source[RECORD] as number)
  const end = startOf(index, block) + length * ENTRY_WORDS
  if (at < end) index.entries.copyWithin(at + ENTRY_WORDS, at, end)
  for (let word = 0; word < ENTRY_WORDS; word++) index.entries[at + word] = source[word] as number
  resize(index, block, length + 1)
  join(index, block, layout.BLOCK_FLAGS, source[layout.FLAGS] as number)
  join(index, block, layout.BLOCK_LICENCES, source[layout.LICENCES] as number)
  join(index, block, layout.BLOCK_SKILLS, source[layout.SKILLS] as number)
  join(index, block, layout.BLOCK_SKILLS + 1, source[layout.SKILLS + 1] as number)
  if (where.reachKm > index.maxReachKm) index.maxReachKm = where.reachKm
}

/** Removes an entry, known by its LAST and its record, from its block. */
export function removeEntry(
  index: BlockIndex,
  where: { family: number; cell: number },
  entry: { last: number; record: number },
): void {
  if (!isFilled(index, where.family, where.cell)) return
  const block = numberOfBlock(index, where.family, where.cell)
  const at = positionOf(index, block, entry.last, entry.record)
  const end = startOf(index, block) + extentOf(index, block)
  if (at >= end || (index.entries[at + RECORD] as number) !== entry.record) return
  index.entries.copyWithin(at, at + ENTRY_WORDS, end)
  resize(index, block, (index.table[block + LENGTH] as number) - 1)
}
