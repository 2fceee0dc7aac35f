import type { Meilisearch } from 'meilisearch'
import { distanceKm } from '#app/domain/geo.ts'
import type { Circle, OfferFilter } from '#search/port.ts'
import { dayNumber, placeOf } from './stored-offer.ts'

export type FacetField = 'kind' | 'contract' | 'occupationCode'

export const chosen = (filter: OfferFilter, field: FacetField): readonly string[] =>
  ({ kind: filter.kinds, contract: filter.contracts, occupationCode: filter.occupationCodes })[field]

const oneOf = (field: string, values: readonly string[]) =>
  `${field} IN [${values.map((value) => JSON.stringify(value)).join(', ')}]`

// The server measures on a sphere of its own, in whole metres: within this margin of the edge, its word is not taken.
const marginM = (radiusM: number) => 5 + radiusM * 0.0005

const within = ({ latitude, longitude }: Circle, radiusM: number) =>
  `_geoRadius(${latitude.toFixed(9)}, ${longitude.toFixed(9)}, ${Math.max(0, radiusM).toFixed(3)})`

/**
 * The filters of a circle, right to the metre by the domain's haversine distance: the server's circle made a little too
 * large, without the places of its edge that lie outside (at most a thousand different places).
 */
export async function circleFilters(
  client: Meilisearch,
  near: Circle,
  options: { index: string; signal: AbortSignal },
): Promise<string[]> {
  const radiusM = near.radiusKm * 1000
  const margin = marginM(radiusM)
  const outer = within(near, radiusM + margin)
  const isRing = radiusM > margin
  const { facetDistribution } = await client.index(options.index).search(
    '',
    {
      filter: [outer, ...(isRing ? [`NOT ${within(near, radiusM - margin)}`] : [])],
      facets: ['placeKey'],
      limit: 0,
    },
    { signal: options.signal },
  )
  const outside = Object.keys(facetDistribution?.placeKey ?? {}).filter(
    (key) => distanceKm(near, placeOf(key)) * 1000 > radiusM,
  )
  return outside.length > 0 ? [outer, `NOT ${oneOf('placeKey', outside)}`] : [outer]
}

/** The filters of a search, all of which must hold; `without` leaves one facet's filter out. */
export function filtersOf(
  filter: OfferFilter,
  options: { circle: readonly string[]; without?: FacetField },
): string[] {
  const parts = [...options.circle]
  for (const field of ['kind', 'contract', 'occupationCode'] as const) {
    const values = chosen(filter, field)
    if (field !== options.without && values.length > 0) parts.push(oneOf(field, values))
  }
  if (filter.startsBy) parts.push(`startsOnDay <= ${dayNumber(filter.startsBy)}`)
  return parts
}
