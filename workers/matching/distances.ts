import { distanceKm, EARTH_RADIUS_M, type Position } from '#app/domain/geo.ts'
import type { Search } from './search.ts'

const METRES_TO_KM = 1 / 1000
/** A hair under the Earth's radius in km: a chord made with it is never longer than the way along the ground. */
export const CHORD_RADIUS_KM = EARTH_RADIUS_M * METRES_TO_KM * (1 - 1e-9)
/** Rounding of the unit vectors, in km. */
export const CHORD_ERROR_KM = 1e-6

const here: Position = { latitude: 0, longitude: 0 }

/** Distances asked lately, one for each of some thousand keys: [turn, place] by key, and km. */
export type Distances = { asked: Int32Array; km: Float64Array }
const DISTANCE_KEYS = 2048
/** None asked yet. */
export const createDistances = (): Distances => ({
  asked: new Int32Array(DISTANCE_KEYS * 2),
  km: new Float64Array(DISTANCE_KEYS),
})

/** The exact distance in km from a position to a place, by the domain's own formula. */
export function kmTo({ distances, pool, places, seen }: Search, from: Position, place: number): number {
  const key = place & (DISTANCE_KEYS - 1)
  const { asked, km } = distances
  if ((asked[key * 2] as number) === seen.turn && (asked[key * 2 + 1] as number) === place)
    return km[key] as number
  here.latitude = places.degrees[place * 2] as number
  here.longitude = places.degrees[place * 2 + 1] as number
  asked[key * 2] = seen.turn
  asked[key * 2 + 1] = place
  km[key] = pool.side === 'people' ? distanceKm(here, from) : distanceKm(from, here)
  return km[key] as number
}
