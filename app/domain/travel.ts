/** How a person goes to work. */
export const TRAVEL_MEANS = ['foot', 'bicycle', 'moped', 'car', 'public_transport'] as const
export type TravelMeans = (typeof TRAVEL_MEANS)[number]

export const TRAVEL_MEANS_LABELS: Record<TravelMeans, string> = {
  foot: 'à pied',
  bicycle: 'à vélo',
  moped: 'en scooter',
  car: 'en voiture',
  public_transport: 'en bus ou en train',
}

/** Door-to-door speeds in km/h on real roads, waiting included: an order of magnitude shown as "environ". */
export const SPEED_KMH: Record<TravelMeans, number> = {
  foot: 4.5,
  bicycle: 14,
  moped: 32,
  car: 48,
  public_transport: 22,
}

/** Road length divided by straight line, a usual value for rural France; the pages say so. */
export const DETOUR_FACTOR = 1.3

/** Travel time in whole minutes for a straight-line distance in km. */
export const travelMinutes = (km: number, means: TravelMeans): number =>
  Math.round(((km * DETOUR_FACTOR) / SPEED_KMH[means]) * 60)

/** A person's own travel limit: kilometres, minutes, or both (the stricter one counts). */
export type TravelLimit = { means: TravelMeans; maxKm: number | null; maxMinutes: number | null }

/** Default limit in km when a person gave neither distance nor time. */
export const DEFAULT_LIMIT_KM = 30

/** The limit as a straight-line distance in km. */
export function limitKm(limit: TravelLimit): number {
  const byTime =
    limit.maxMinutes === null
      ? Number.POSITIVE_INFINITY
      : ((limit.maxMinutes / 60) * SPEED_KMH[limit.means]) / DETOUR_FACTOR
  const km = Math.min(limit.maxKm ?? Number.POSITIVE_INFINITY, byTime)
  return Number.isFinite(km) ? km : DEFAULT_LIMIT_KM
}

/** The most minutes that a limit takes: the form of the profile refuses more. */
export const LONGEST_LIMIT_MINUTES = 300

/** The least whole minutes of travel whose limit reaches a straight-line distance in km. */
export function minutesToReach(km: number, means: TravelMeans): number {
  const about = Math.ceil(((km * DETOUR_FACTOR) / SPEED_KMH[means]) * 60)
  const reaches = (maxMinutes: number) => limitKm({ means, maxKm: null, maxMinutes }) >= km
  return [about - 1, about].find(reaches) ?? about + 1
}

/**
 * To what a limit that does not reach a straight-line distance in km must be raised: the least whole km, the least whole
 * minutes, or both; null for what reaches it already. Who gave neither is told km.
 */
export function raisedLimit({ means, maxKm, maxMinutes }: TravelLimit, km: number): TravelLimit {
  const isTooShort = maxMinutes !== null && limitKm({ means, maxKm: null, maxMinutes }) < km
  const isTooNear = !isTooShort || (maxKm !== null && maxKm < km)
  return {
    means,
    maxKm: isTooNear ? Math.ceil(km) : null,
    maxMinutes: isTooShort ? minutesToReach(km, means) : null,
  }
}
