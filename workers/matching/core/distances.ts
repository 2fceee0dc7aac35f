import { arcsine, CHORD_ERROR_KM, CHORD_RADIUS_KM, DISTANCES, EARTH_RADIUS_M, sine } from './given'
import { DISTANCE_BYTES, DISTANCE_KEYS } from './layout'
import { cosine, findsPeople, latitude, longitude, positions, turn, vectors, x, y, z } from './question'

/** The square of the chord from the question's unit vector to that of a place. */
export function squaredChordTo(place: i32): f64 {
  const vector = vectors + place * 24
  const dx = load<f64>(vector) - x
  const dy = load<f64>(vector + 8) - y
  const dz = load<f64>(vector + 16) - z
  return dx * dx + dy * dy + dz * dz
}

/** The distance in km that a place cannot be under: a chord is never longer than the way along the ground. */
export function leastKmOf(squaredChord: f64): f64 {
  return sqrt<f64>(squaredChord) * CHORD_RADIUS_KM - CHORD_ERROR_KM
}

/** No place within so many km has a chord whose square is longer, rounding included. */
export function longestSquaredChord(km: f64): f64 {
  const chord = (km + CHORD_ERROR_KM) / CHORD_RADIUS_KM
  return chord * chord * (1 + 1e-12)
}

/** The sine of half an angle in degrees. */
function halfSine(degrees: f64): f64 {
  return sine((degrees * Math.PI) / 180 / 2)
}

/** Where the latitude, the longitude and the cosine of a place stand. */
export function positionOf(place: i32): usize {
  return positions + place * 24
}

/** distanceKm (geo.ts) from the person to the offer: same operations, same order, same rounding. */
function distanceTo(place: i32): f64 {
  const position = positionOf(place)
  const placeCosine = load<f64>(position + 16)
  const sinLat = halfSine(load<f64>(position) - latitude)
  const sinLon = halfSine(load<f64>(position + 8) - longitude)
  const personCosine = findsPeople ? placeCosine : cosine
  const offerCosine = findsPeople ? cosine : placeCosine
  const h = sinLat * sinLat + sinLon * sinLon * personCosine * offerCosine
  return (2 * EARTH_RADIUS_M * arcsine(min<f64>(1, sqrt<f64>(h)))) / 1000
}

/** The exact distance in km to a place, reckoned once for several who stand there. */
export function kmTo(place: i32): f64 {
  const known = DISTANCES + (place & (DISTANCE_KEYS - 1)) * DISTANCE_BYTES
  if (load<i32>(known) === turn && load<i32>(known + 4) === place) return load<f64>(known + 8)
  const km = distanceTo(place)
  store<i32>(known, turn)
  store<i32>(known + 4, place)
  store<f64>(known + 8, km)
  return km
}
