import { EARTH_RADIUS_M } from '#app/domain/geo.ts'
import { type Arena, float64In, int32In, widenInt32In } from './arena.ts'

/**
 * The whole Earth cut in cells of equal degrees, row by row. Only cells where somebody stands get a number, from 0; `cells` tells
 * where each is.
 */
export type Grid = {
  arena: Arena
  rows: number
  columns: number
  /** By cell of the Earth: its number plus one; 0 when nobody has ever stood there. */
  numbers: Int32Array
  cells: Int32Array
  count: number
  /** The least cosine of the latitudes of each row. */
  cosines: Float64Array
}

/** A degree in radians. */
export const RADIANS = Math.PI / 180

const leastCosine = (row: number, step: number) =>
  Math.max(0, Math.min(Math.cos((row * step - 90) * RADIANS), Math.cos(((row + 1) * step - 90) * RADIANS)))

/** A grid of the whole Earth in which nobody stands yet. */
export function createGrid(arena: Arena, rows: number, columns: number): Grid {
  const cosines = float64In(arena, rows)
  for (let row = 0; row < rows; row++) cosines[row] = leastCosine(row, 180 / rows)
  const numbers = int32In(arena, rows * columns)
  return { arena, rows, columns, numbers, cells: int32In(arena, 64), count: 0, cosines }
}

/** The cell of the Earth where a position stands (decimal degrees). */
export function cellAt({ rows, columns }: Grid, latitude: number, longitude: number): number {
  const row = Math.min(rows - 1, Math.max(0, Math.floor(((latitude + 90) * rows) / 180)))
  const column = Math.min(columns - 1, Math.max(0, Math.floor(((longitude + 180) * columns) / 360)))
  return row * columns + column
}

/** The number of a cell of the Earth; −1 when nobody has ever stood there. */
export const numberOf = (grid: Grid, cell: number): number => (grid.numbers[cell] as number) - 1

/** The number of a cell of the Earth, given now when it had none. */
export function numberFor(grid: Grid, cell: number): number {
  const known = numberOf(grid, cell)
  if (known >= 0) return known
  const number = grid.count++
  grid.cells = widenInt32In(grid.arena, grid.cells, grid.count)
  grid.cells[number] = cell
  grid.numbers[cell] = number + 1
  return number
}

/** A hair under the Earth's diameter in km. */
export const DIAMETER_KM = (2 * EARTH_RADIUS_M * (1 - 1e-9)) / 1000
