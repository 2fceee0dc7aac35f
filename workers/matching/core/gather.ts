import { mostButSkills, mostSkillTenths } from './blocks'
import { GATHERED, NOWHERE } from './given'
import {
  BLOCK_LENGTH,
  BLOCK_MOST,
  BLOCK_START,
  BLOCK_WORDS,
  ENTRY_WORDS,
  GATHERED_BYTES,
  GATHERED_END,
  GATHERED_GAP,
  GATHERED_INDEX,
  GATHERED_LEVEL,
  GATHERED_MOST,
  GATHERED_NEAR,
  GATHERED_START,
  GATHERED_TRAVEL,
} from './layout'
import { word } from './memory'
import { available, findsPeople, today } from './question'
import { mostTravelTenths } from './tenths'
import { floorOf } from './top'

// Blocks to sweep, gathered before any is read: memory is slow to answer, but answers many questions at once.
let count: i32 = 0

// The index whose blocks are gathered.
let table: usize = 0
let filled: usize = 0
let entries: usize = 0
let families: i32 = 0
let cells: i32 = 0

/** Gathers from now on in the index that stands there (block-index.ts). */
export function gatherIn(
  tableAt: usize,
  filledAt: usize,
  entriesAt: usize,
  familyCount: i32,
  cellCount: i32,
): void {
  table = tableAt
  filled = filledAt
  entries = entriesAt
  families = familyCount
  cells = cellCount
}

/** How many blocks are gathered. */
export function gatheredCount(): i32 {
  return count
}

/** Where a block gathered stands. */
export function gatheredAt(number: i32): usize {
  return GATHERED + number * GATHERED_BYTES
}

/** Forgets the blocks gathered. */
export function forgetGathered(): void {
  count = 0
}

/** Where the bits stand of the families that ever had an entry in a numbered cell; 0 when the index knows no such cell. */
export function filledIn(cell: i32): usize {
  return cell >= cells ? 0 : filled + cell * ((families + 31) >> 5) * 4
}

/** True when the bits that stand there tell of a family. */
export function isFilled(bits: usize, family: i32): bool {
  return family < families && ((word(bits, family >> 5) >>> (family & 31)) & 1) !== 0
}

/** Adds the block of a family in a numbered cell: points of the proximity, the most that travel could bring, the least distance in km, the level had. */
export function gatherBlock(family: i32, cell: i32, near: i32, travel: i32, gapKm: f64, level: i32): void {
  const at = gatheredAt(count++)
  store<usize>(at + GATHERED_START, table + (cell * families + family) * BLOCK_WORDS * 4)
  store<i32>(at + GATHERED_NEAR, near)
  store<i32>(at + GATHERED_TRAVEL, travel)
  store<f64>(at + GATHERED_GAP, gapKm)
  store<i32>(at + GATHERED_LEVEL, level)
  store<usize>(at + GATHERED_INDEX, entries)
}

function readAhead(): void {
  const line = 64
  let touched = 0
  for (let number = 0; number < count; number++) {
    const at = gatheredAt(number)
    const start = load<usize>(at + GATHERED_START)
    const end = load<usize>(at + GATHERED_END)
    const stop = min<usize>(end, start + 8 * line)
    for (let next = start; next < stop; next += line) touched ^= load<i32>(next)
    touched ^= load<i32>(end - ENTRY_WORDS * 4)
  }
  store<i32>(NOWHERE, touched)
}

/** Reads ahead the words of the blocks gathered. Nothing hangs on them yet: a guess that waits for one would hold up those behind. */
function touchBlocks(): void {
  let touched = 0
  for (let number = 0; number < count; number++)
    touched ^= load<i32>(load<usize>(gatheredAt(number) + GATHERED_START))
  store<i32>(NOWHERE, touched)
}

/** True when nobody of a block could come from there, or enter with what all of its people have together. */
function isLeftOutForPeople(block: usize, gathered: usize, floor: i32): bool {
  const gapKm = load<f64>(gathered + GATHERED_GAP)
  const farthestKm = f64(word(block, BLOCK_MOST))
  if (farthestKm < gapKm) return true
  const most = mostButSkills(block)
  if (most < 0) return true
  const base = load<i32>(gathered + GATHERED_NEAR) + most
  store<i32>(gathered + GATHERED_MOST, base)
  return base + mostTravelTenths(gapKm, farthestKm) + mostSkillTenths(block) < floor
}

/**
 * Reads where the entries of each block gathered stand, and reads ahead of the sweep. Left out are the blocks of which nobody could
 * enter (people), or whose last offer ends too soon (offers).
 */
export function openGathered(): void {
  const soonest = max<i32>(today, available)
  const floor = floorOf()
  let opened = 0
  touchBlocks()
  for (let number = 0; number < count; number++) {
    const at = gatheredAt(number)
    const block = load<usize>(at + GATHERED_START)
    const length = word(block, BLOCK_LENGTH)
    if (length === 0) continue
    if (findsPeople ? isLeftOutForPeople(block, at, floor) : word(block, BLOCK_MOST) < soonest) continue
    const to = gatheredAt(opened++)
    if (to !== at) memory.copy(to, at, GATHERED_BYTES)
    const start = load<usize>(at + GATHERED_INDEX) + word(block, BLOCK_START) * ENTRY_WORDS * 4
    store<usize>(to + GATHERED_START, start)
    store<usize>(to + GATHERED_END, start + length * ENTRY_WORDS * 4)
  }
  count = opened
  readAhead()
}
