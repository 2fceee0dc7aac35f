import type { OfferFilter } from '#search/port.ts'
import type { WriteQuery } from './text-query.server.ts'

/** Collects the values of a statement and hands out their places. */
export function createParameters() {
  const values: unknown[] = []
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}
export type Parameters = ReturnType<typeof createParameters>

export const FACET_FIELDS = ['kind', 'contract', 'occupation_code'] as const
export type FacetField = (typeof FACET_FIELDS)[number]

/** The values chosen for a facet's column; an empty list filters nothing. */
export const chosen = (filter: OfferFilter, field: FacetField): readonly string[] =>
  ({ kind: filter.kinds, contract: filter.contracts, occupation_code: filter.occupationCodes })[field]

const METRES = 1000

/**
 * The conditions on search.offer of a filter: `words` writes a tsquery, `without` leaves those facets' filters
 * out. The box is a prefilter for the index; the haversine distance decides, edge included.
 */
export function conditions(
  filter: OfferFilter,
  options: { parameters: Parameters; words: WriteQuery | null; without?: readonly FacetField[] },
): string {
  const { parameters, words, without } = options
  const parts: string[] = []
  if (words !== null) parts.push(`words @@ ${words(parameters)}`)
  for (const field of FACET_FIELDS) {
    const values = chosen(filter, field)
    if (without?.includes(field) || values.length === 0) continue
    parts.push(`${field} = any(${parameters.add(values)}::text[])`)
  }
  if (filter.startsBy)
    parts.push(`(starts_on is null or starts_on <= ${parameters.add(filter.startsBy)}::date)`)
  if (filter.near) {
    const [latitude, longitude, radius] = [
      filter.near.latitude,
      filter.near.longitude,
      filter.near.radiusKm * METRES,
    ].map((value) => `${parameters.add(value)}::float8`)
    parts.push(`place <@ search.box(${latitude}, ${longitude}, ${radius})`)
    parts.push(`search.distance_m(${latitude}, ${longitude}, latitude, longitude) <= ${radius}`)
  }
  return parts.length > 0 ? parts.join(' and ') : 'true'
}
