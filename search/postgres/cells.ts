import { EARTH_RADIUS_M } from '#app/domain/geo.ts'
import type { Circle } from '#search/port.ts'

// As in the function search.cell of the database.
const PER_DEGREE = 20
const AROUND = 360 * PER_DEGREE
/** Beyond so many the planner takes longer over the list than the list saves. */
const MAX_CELLS = 2500
// Some hundred metres, in degrees: more than any rounding moves an edge.
const MARGIN = 0.001

const degrees = (radians: number) => (radians * 180) / Math.PI
const radians = (degree: number) => (degree * Math.PI) / 180
const cellOf = (degree: number, from: number) => Math.floor((degree - from) * PER_DEGREE)

/**
 * The cells of the ground that a circle touches, and a few more at the corners; null when they are too many to list, or when
 * the circle holds a pole.
 */
export function cellsAround({ latitude, longitude, radiusKm }: Circle): number[] | null {
  const reach = degrees((radiusKm * 1000) / EARTH_RADIUS_M) + MARGIN
  if (Math.abs(latitude) + reach >= 90) return null
  // How far east a circle reaches on a sphere: where its meridian touches it.
  const width = degrees(Math.asin(Math.sin(radians(reach)) / Math.cos(radians(latitude)))) + MARGIN
  const [south, north] = [cellOf(latitude - reach, -90), cellOf(latitude + reach, -90)]
  const [west, east] = [cellOf(longitude - width, -180), cellOf(longitude + width, -180)]
  if ((north - south + 1) * (east - west + 1) > MAX_CELLS) return null
  const cells: number[] = []
  for (let row = south; row <= north; row++)
    for (let column = west; column <= east; column++) cells.push(row * AROUND + ((column + AROUND) % AROUND))
  return cells
}
