/** A position in decimal degrees, WGS 84. People are only ever placed at their commune's centre. */
export type Position = { latitude: number; longitude: number }

/** Mean Earth radius in metres (IUGG, the one used by Turf). */
export const EARTH_RADIUS_M = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in km between two positions (haversine formula, R. W. Sinnott, 1984). */
export function distanceKm(a: Position, b: Position): number {
  const sinLat = Math.sin(radians(b.latitude - a.latitude) / 2)
  const sinLon = Math.sin(radians(b.longitude - a.longitude) / 2)
  const h = sinLat * sinLat + sinLon * sinLon * Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude))
  return (2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))) / 1000
}

/** True for finite coordinates within ±90° and ±180°. */
export const isPosition = (p: Position) => Math.abs(p.latitude) <= 90 && Math.abs(p.longitude) <= 180
