import { distanceKm, EARTH_RADIUS_M } from '#app/domain/geo.ts'
import type { Circle } from '#search/port.ts'

// As in the function search.cell of the database.
const PER_DEGREE = 20
const AROUND = 360 * PER_DEGREE
/** Beyond so many the planner takes longer over the list than the list saves. */
const MAX_CELLS = 2500
// As in the function search.area of the database.
const CELLS_PER_AREA = 4
/** Each area is looked up by itself: beyond so many, one look-up everywhere costs less. */
const MAX_AREAS = 20
// Some hundred metres, in degrees: more than any rounding moves an edge.
const MARGIN = 0.001

// No place in a cell is farther than this from its middle: half its diagonal at the Equator, in km, and some metres.
const REACH_OF_CELL_KM = 3.95

const degrees = (radians: number) => (radians * 180) / Math.PI
const radians = (degree: number) => (degree * Math.PI) / 180
const cellOf = (degree: number, from: number) => Math.floor((degree - from) * PER_DEGREE)

const middleOf = (row: number, column: number) => ({
  latitude: (row + 0.5) / PER_DEGREE - 90,
  longitude: (column + 0.5) / PER_DEGREE - 180,
})

/**
 * The cells of the ground that a circle touches, and a few more around it; null when they are too many to list, or when
 * the circle holds a pole.
 */
export function cellsAround(circle: Circle): number[] | null {
  const { latitude, longitude, radiusKm } = circle
  const reach = degrees((radiusKm * 1000) / EARTH_RADIUS_M) + MARGIN
  if (Math.abs(latitude) + reach >= 90) return null
  // How far east a circle reaches on a sphere: where its meridian touches it.
  const width = degrees(Math.asin(Math.sin(radians(reach)) / Math.cos(radians(latitude)))) + MARGIN
  const [south, north] = [cellOf(latitude - reach, -90), cellOf(latitude + reach, -90)]
  const [west, east] = [cellOf(longitude - width, -180), cellOf(longitude + width, -180)]
  if ((north - south + 1) * (east - west + 1) > MAX_CELLS) return null
  const cells: number[] = []
  for (let row = south; row <= north; row++)
    for (let column = west; column <= east; column++)
      if (distanceKm(circle, middleOf(row, column)) <= radiusKm + REACH_OF_CELL_KM)
        cells.push(row * AROUND + ((column + AROUND) % AROUND))
  return cells
}

const areaOfCell = (cell: number) =>
  Math.floor(cell / AROUND / CELLS_PER_AREA) * (AROUND / CELLS_PER_AREA) +
  Math.floor((cell % AROUND) / CELLS_PER_AREA)

/** The area that holds a position; an area is four cells each way. */
export const areaOf = (latitude: number, longitude: number) =>
  areaOfCell(cellOf(latitude, -90) * AROUND + (cellOf(longitude, -180) % AROUND))

/** The areas that a circle touches; null when they are too many to look up one by one. */
export function areasAround(circle: Circle): number[] | null {
  const cells = cellsAround(circle)
  const areas = cells && [...new Set(cells.map(areaOfCell))]
  return areas && areas.length <= MAX_AREAS ? areas : null
}
