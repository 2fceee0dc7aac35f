import { EARTH_RADIUS_M, type Position } from '#app/domain/geo.ts'
import { type Arena, float64In, int32In, roomy, widenInt32In } from './arena.ts'
import type { Core } from './core-instance.ts'

/** The whole Earth cut in cells of equal degrees. Only cells where somebody stands get a number, from 0. */
export type Grid = {
  arena: Arena
  rows: number
  columns: number
  numbers: Map<number, number>
  cells: Int32Array
  count: number
  /** The least cosine of the latitudes of each row. */
  cosines: Float64Array
}

/**
 * Cells around a position, nearest first: their numbers, how near in km each could be (never more than the true distance), and
 * room for the most that travel could bring from there.
 */
export type Around = {
  arena: Arena
  count: number
  cells: Int32Array
  gapsKm: Float64Array
  travelTenths: Int32Array
}

/** No cell found yet. */
export const createAround = (arena: Arena, room = 64): Around => ({
  arena,
  count: 0,
  cells: int32In(arena, room),
  gapsKm: float64In(arena, room),
  travelTenths: int32In(arena, room),
})

/** A degree in radians. */
export const RADIANS = Math.PI / 180

const leastCosine = (row: number, step: number) =>
  Math.max(0, Math.min(Math.cos((row * step - 90) * RADIANS), Math.cos(((row + 1) * step - 90) * RADIANS)))

/** A grid of the whole Earth in which nobody stands yet. */
export function createGrid(arena: Arena, rows: number, columns: number): Grid {
  const cosines = float64In(arena, rows)
  for (let row = 0; row < rows; row++) cosines[row] = leastCosine(row, 180 / rows)
  return { arena, rows, columns, numbers: new Map(), cells: int32In(arena, 64), count: 0, cosines }
}

/** The cell of the Earth where a position stands (decimal degrees). */
export function cellAt({ rows, columns }: Grid, latitude: number, longitude: number): number {
  const row = Math.min(rows - 1, Math.max(0, Math.floor(((latitude + 90) * rows) / 180)))
  const column = Math.min(columns - 1, Math.max(0, Math.floor(((longitude + 180) * columns) / 360)))
  return row * columns + column
}

/** The number of a cell of the Earth; −1 when nobody has ever stood there. */
export const numberOf = (grid: Grid, cell: number): number => grid.numbers.get(cell) ?? -1

/** The number of a cell of the Earth, given now when it had none. */
export function numberFor(grid: Grid, cell: number): number {
  const known = grid.numbers.get(cell)
  if (known !== undefined) return known
  const number = grid.count++
  grid.cells = widenInt32In(grid.arena, grid.cells, grid.count)
  grid.cells[number] = cell
  grid.numbers.set(cell, number)
  return number
}

/** A hair under the Earth's diameter in km. */
export const DIAMETER_KM = (2 * EARTH_RADIUS_M * (1 - 1e-9)) / 1000

type Neighbours = { known: number; reachKm: number; cells: Int32Array }

/** The neighbours of each cell, found once and kept until a cell appears or somebody comes from farther. One for each thread. */
export type Neighbourhood = { grid: Grid; lists: Map<number, Neighbours> }

/** No list found yet. */
export const createNeighbourhood = (grid: Grid): Neighbourhood => ({ grid, lists: new Map() })

type Window = { top: number; bottom: number; left: number; width: number }

/**
 * The rows and columns where every cell within reach of a cell stands. Two places are never nearer than the arc between their
 * parallels, nor, by the haversine formula, than the chord of their meridians at the least cosine of the two.
 */
function windowAround({ rows, columns, cosines }: Grid, cell: number, reachKm: number): Window {
  const row = Math.floor(cell / columns)
  const high = Math.floor(((reachKm / DIAMETER_KM) * 2) / ((180 / rows) * RADIANS)) + 1
  const top = Math.max(0, row - high)
  const bottom = Math.min(rows - 1, row + high)
  const cosine = Math.min(cosines[top] as number, cosines[bottom] as number)
  const chord = reachKm / (DIAMETER_KM * cosine)
  const wide = chord < 1 ? Math.floor((2 * Math.asin(chord)) / ((360 / columns) * RADIANS)) + 1 : columns
  const width = Math.min(columns, 2 * wide + 1)
  return { top, bottom, left: ((cell % columns) - wide + columns) % columns, width }
}

function isInside({ columns }: Grid, { top, bottom, left, width }: Window, cell: number): boolean {
  const row = Math.floor(cell / columns)
  const fromLeft = ((cell % columns) - left + columns) % columns
  return row >= top && row <= bottom && fromLeft < width
}

/** The numbers of the cells of a window: it is looked through, or all cells are when they are fewer. */
function numbersIn(grid: Grid, window: Window): number[] {
  const { columns, numbers } = grid
  const { top, bottom, left, width } = window
  if ((bottom - top + 1) * width > grid.count)
    return [...numbers].flatMap(([cell, number]) => (isInside(grid, window, cell) ? [number] : []))
  const found: number[] = []
  for (let row = top; row <= bottom; row++)
    for (let column = left; column < left + width; column++) {
      const number = numbers.get(row * columns + (column % columns))
      if (number !== undefined) found.push(number)
    }
  return found
}

function neighboursOf({ grid, lists }: Neighbourhood, cell: number, reachKm: number): Neighbours {
  const kept = lists.get(cell)
  if (kept && kept.known === grid.count && kept.reachKm >= reachKm) return kept
  const cells = Int32Array.from(numbersIn(grid, windowAround(grid, cell, reachKm)))
  const list = { known: grid.count, reachKm, cells }
  lists.set(cell, list)
  return list
}

/** Puts in `around` the numbered cells within `reachKm` of a position, nearest first. */
export function findAround(
  core: Core,
  around: Around,
  neighbourhood: Neighbourhood,
  { latitude, longitude }: Position,
  reachKm: number,
): void {
  const { grid } = neighbourhood
  around.count = 0
  if (grid.count === 0) return
  const { cells } = neighboursOf(neighbourhood, cellAt(grid, latitude, longitude), reachKm)
  if (around.cells.length < cells.length)
    Object.assign(around, createAround(around.arena, roomy(cells.length)))
  around.cells.set(cells)
  core.readGrid(grid.cells.byteOffset, grid.cosines.byteOffset, grid.rows, grid.columns)
  around.count = core.findAround(
    cells.length,
    around.cells.byteOffset,
    around.gapsKm.byteOffset,
    around.travelTenths.byteOffset,
    latitude,
    longitude,
    Math.max(0, Math.cos(latitude * RADIANS)),
    reachKm,
  )
}
