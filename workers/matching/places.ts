import { type Arena, float64In, widenFloat64In } from './arena.ts'
import { int32 } from './arrays.ts'

/**
 * Distinct positions, each with its latitude and longitude in decimal degrees and the cosine of the latitude, and with its unit vector
 * (x, y, z): a distance test is then a few products.
 */
export type Places = {
  arena: Arena
  count: number
  positions: Float64Array
  vectors: Float64Array
  buckets: Int32Array
}

/** No position known yet. */
export const createPlaces = (arena: Arena): Places => ({
  arena,
  count: 0,
  positions: float64In(arena, 3 * 64),
  vectors: float64In(arena, 3 * 64),
  buckets: int32(256),
})

const bits = new Float64Array(2)
const halves = new Int32Array(bits.buffer)
const radians = (degrees: number) => (degrees * Math.PI) / 180

function hash(latitude: number, longitude: number): number {
  bits[0] = latitude
  bits[1] = longitude
  let mixed = (halves[0] as number) ^ Math.imul(halves[1] as number, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ Math.imul(halves[2] as number, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ Math.imul(halves[3] as number, 0x27d4eb2f), 0x165667b1)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function insert(buckets: Int32Array, positions: Float64Array, place: number) {
  const mask = buckets.length - 1
  let at = hash(positions[place * 3] as number, positions[place * 3 + 1] as number) & mask
  while ((buckets[at] as number) !== 0) at = (at + 1) & mask
  buckets[at] = place + 1
}

/** The number of a position (decimal degrees), the same for the same position. */
export function placeAt(places: Places, latitude: number, longitude: number): number {
  // Adding zero turns −0 into 0: they are the same position.
  const lat = latitude + 0
  const lon = longitude + 0
  const mask = places.buckets.length - 1
  for (let at = hash(lat, lon) & mask; (places.buckets[at] as number) !== 0; at = (at + 1) & mask) {
    const place = (places.buckets[at] as number) - 1
    if (places.positions[place * 3] === lat && places.positions[place * 3 + 1] === lon) return place
  }
  const place = places.count++
  const cosine = Math.cos(radians(lat))
  places.positions = widenFloat64In(places.arena, places.positions, place * 3 + 3)
  places.vectors = widenFloat64In(places.arena, places.vectors, place * 3 + 3)
  places.positions[place * 3] = lat
  places.positions[place * 3 + 1] = lon
  places.positions[place * 3 + 2] = cosine
  places.vectors[place * 3] = cosine * Math.cos(radians(lon))
  places.vectors[place * 3 + 1] = cosine * Math.sin(radians(lon))
  places.vectors[place * 3 + 2] = Math.sin(radians(lat))
  if (places.count * 2 > places.buckets.length) {
    places.buckets = int32(places.buckets.length * 2)
    for (let other = 0; other < place; other++) insert(places.buckets, places.positions, other)
  }
  insert(places.buckets, places.positions, place)
  return place
}

const DEGREES_A_TILE = 0.25

/**
 * Numbers the places again, tile by tile of a quarter of a degree, so that neighbours stand side by side in memory. Returns
 * the new number of each old one.
 */
export function orderPlaces(places: Places): Int32Array {
  const tile = (place: number) =>
    Math.floor((places.positions[place * 3] as number) / DEGREES_A_TILE) * 2048 +
    Math.floor((places.positions[place * 3 + 1] as number) / DEGREES_A_TILE)
  const order = Array.from({ length: places.count }, (_, place) => place).sort(
    (a, b) => tile(a) - tile(b) || a - b,
  )
  const { positions, vectors } = places
  places.positions = float64In(places.arena, positions.length)
  places.vectors = float64In(places.arena, vectors.length)
  places.buckets = int32(places.buckets.length)
  const numbers = new Int32Array(places.count)
  for (const [place, old] of order.entries()) {
    numbers[old] = place
    places.positions.set(positions.subarray(old * 3, old * 3 + 3), place * 3)
    places.vectors.set(vectors.subarray(old * 3, old * 3 + 3), place * 3)
    insert(places.buckets, places.positions, place)
  }
  return numbers
}
