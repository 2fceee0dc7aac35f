import { type BlockIndex, extentOf, isFilled, mostOf, numberOfBlock, startOf } from './block-index.ts'
import * as entry from './entry.ts'
import type { Around } from './grid.ts'
import * as tenths from './tenths.ts'

// A constant of this very file costs nothing where it is named; one of another file is read each time.
const { ENTRY_WORDS } = entry
const { FULL_REST_TENTHS } = tenths

/**
 * Blocks to sweep, gathered before any is read: memory is slow to answer, but answers many questions at once. For each, where
 * its entries start and end, the least distance in km, the points of its family's proximity, the most that
 * travel could bring, and the level had in the family.
 */
export type Gathered = {
  count: number
  starts: Int32Array
  ends: Int32Array
  gapsKm: Float64Array
  nears: Int32Array
  travels: Int32Array
  levels: Int32Array
  /** What was read ahead, so that reading ahead is not left out. */
  touched: number
}

const withRoom = (room: number): Omit<Gathered, 'count' | 'touched'> => ({
  starts: new Int32Array(room),
  ends: new Int32Array(room),
  gapsKm: new Float64Array(room),
  nears: new Int32Array(room),
  travels: new Int32Array(room),
  levels: new Int32Array(room),
})

/** No block yet. */
export const createGathered = (): Gathered => ({ count: 0, touched: 0, ...withRoom(256) })

/** Families to sweep together: their numbers, the points of their proximity, and the level had in each. */
export type Families = { count: number; numbers: Int32Array; nears: Int32Array; levels: Int32Array }

/** How many families are swept together: enough for memory to answer many at once, few enough for the floor to rise meanwhile. */
export const MOST_FAMILIES = 8

/** No family yet. */
export const createFamilies = (): Families => ({
  count: 0,
  numbers: new Int32Array(MOST_FAMILIES),
  nears: new Int32Array(MOST_FAMILIES),
  levels: new Int32Array(MOST_FAMILIES),
})

/** Forgets them. */
export function startFamilies(families: Families): void {
  families.count = 0
}

/** Adds a family while there is room. */
export function addFamily(families: Families, number: number, near: number, level: number): void {
  const next = families.count++
  families.numbers[next] = number
  families.nears[next] = near
  families.levels[next] = level
}

/** Gathers the blocks around a question, family by family, that could still bring somebody above the floor. */
export function gather(
  gathered: Gathered,
  index: BlockIndex,
  { around, families, floor }: { around: Around; families: Families; floor: number },
): void {
  const room = families.count * around.count
  if (room > gathered.starts.length) Object.assign(gathered, withRoom(room))
  const { starts, gapsKm, nears, travels, levels } = gathered
  let count = 0
  for (let at = 0; at < families.count; at++) {
    const family = families.numbers[at] as number
    const near = families.nears[at] as number
    const enough = floor - near - FULL_REST_TENTHS
    for (let next = 0; next < around.count; next++) {
      const travel = around.travelTenths[next] as number
      if (travel < enough) break
      const cell = around.cells[next] as number
      if (!isFilled(index, family, cell)) continue
      starts[count] = numberOfBlock(index, family, cell)
      gapsKm[count] = around.gapsKm[next] as number
      nears[count] = near
      travels[count] = travel
      levels[count] = families.levels[at] as number
      count++
    }
  }
  gathered.count = count
}

const LINE_WORDS = 16

/**
 * Reads where the entries of each block gathered stand, and reads ahead of the sweep. Left out are the blocks whose LAST is under
 * `least`, or under their own distance when that is null.
 */
export function openGathered(gathered: Gathered, index: BlockIndex, least: number | null): void {
  const { starts, ends, gapsKm, nears, travels, levels } = gathered
  let count = 0
  for (let next = 0; next < gathered.count; next++) {
    const block = starts[next] as number
    const extent = extentOf(index, block)
    if (extent === 0 || mostOf(index, block) < (least ?? (gapsKm[next] as number))) continue
    const start = startOf(index, block)
    starts[count] = start
    ends[count] = start + extent
    gapsKm[count] = gapsKm[next] as number
    nears[count] = nears[next] as number
    travels[count] = travels[next] as number
    levels[count] = levels[next] as number
    count++
  }
  gathered.count = count
  const { entries } = index
  let touched = 0
  for (let next = 0; next < count; next++) {
    const start = starts[next] as number
    const end = Math.min(ends[next] as number, start + 8 * LINE_WORDS)
    for (let at = start; at < end; at += LINE_WORDS) touched ^= entries[at] as number
    touched ^= entries[end - ENTRY_WORDS] as number
  }
  gathered.touched = touched
}
