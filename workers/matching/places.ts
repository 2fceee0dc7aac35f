import { float, float64, int, int32, widenFloat64 } from './arrays.ts'

/** Distinct positions in decimal degrees, each with its unit vector (x, y, z): a distance test is then a few products. */
export type Places = { count: number; degrees: Float64Array; vectors: Float64Array; buckets: Int32Array }

/** No position known yet. */
export const createPlaces = (): Places => ({
  count: 0,
  degrees: float64(2 * 64),
  vectors: float64(3 * 64),
  buckets: int32(256),
})

const bits = new Float64Array(2)
const halves = new Int32Array(bits.buffer)
const radians = (degrees: number) => (degrees * Math.PI) / 180

function hash(latitude: number, longitude: number): number {
  bits[0] = latitude
  bits[1] = longitude
  let mixed = int(halves, 0) ^ Math.imul(int(halves, 1), 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ Math.imul(int(halves, 2), 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 13) ^ Math.imul(int(halves, 3), 0x27d4eb2f), 0x165667b1)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function insert(buckets: Int32Array, degrees: Float64Array, place: number) {
  const mask = buckets.length - 1
  let at = hash(float(degrees, place * 2), float(degrees, place * 2 + 1)) & mask
  while (int(buckets, at) !== 0) at = (at + 1) & mask
  buckets[at] = place + 1
}

/** The number of a position (decimal degrees), the same for the same position. */
export function placeAt(places: Places, latitude: number, longitude: number): number {
  // Adding zero turns −0 into 0: they are the same position.
  const lat = latitude + 0
  const lon = longitude + 0
  const mask = places.buckets.length - 1
  for (let at = hash(lat, lon) & mask; int(places.buckets, at) !== 0; at = (at + 1) & mask) {
    const place = int(places.buckets, at) - 1
    if (float(places.degrees, place * 2) === lat && float(places.degrees, place * 2 + 1) === lon) return place
  }
  const place = places.count++
  places.degrees = widenFloat64(places.degrees, place * 2 + 2)
  places.vectors = widenFloat64(places.vectors, place * 3 + 3)
  places.degrees[place * 2] = lat
  places.degrees[place * 2 + 1] = lon
  places.vectors[place * 3] = Math.cos(radians(lat)) * Math.cos(radians(lon))
  places.vectors[place * 3 + 1] = Math.cos(radians(lat)) * Math.sin(radians(lon))
  places.vectors[place * 3 + 2] = Math.sin(radians(lat))
  if (places.count * 2 > places.buckets.length) {
    places.buckets = int32(places.buckets.length * 2)
    for (let other = 0; other < place; other++) insert(places.buckets, places.degrees, other)
  }
  insert(places.buckets, places.degrees, place)
  return place
}
