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

const FILTER_OF = { kind: 'kinds', contract: 'contracts', occupation_code: 'occupationCodes' } as const

/** The values chosen for a facet's column; an empty list filters nothing. */
export const chosen = (filter: OfferFilter, field: FacetField): readonly string[] => filter[FILTER_OF[field]]

const METRES = 1000

/** The filter with one value alone chosen in a facet. */
export const withOnly = (filter: OfferFilter, field: FacetField, value: string): OfferFilter => ({
  ...filter,
  [FILTER_OF[field]]: [value],
})

/** What a facet's value is called among the words of an offer. No word of a text holds a colon. */
export const facetLexeme = (field: FacetField, value: string) =>
  `${field}:${value.replace(/[^A-Za-z0-9_]/g, '')}`

const facetQuery = (field: FacetField, values: readonly string[]) =>
  `(${values.map((value) => `'${facetLexeme(field, value)}'`).join(' | ')})`

export type ConditionOptions = {
  parameters: Parameters
  /** Writes the tsquery of the words looked for. */
  words: WriteQuery | null
  /** The facets whose filters are left out. */
  without?: readonly FacetField[]
  /** Looks facets up in the index of words rather than in their columns: cheaper among very many offers. */
  asLexemes?: boolean
}

/** The conditions on search.offer of a filter. The box is a prefilter for the index; the haversine distance decides, edge included. */
export function conditions(filter: OfferFilter, options: ConditionOptions): string {
  const { parameters, words, without, asLexemes = false } = options
  const parts: string[] = []
  const queries = words ? [words(parameters)] : []
  for (const field of FACET_FIELDS) {
    const values = chosen(filter, field)
    if (without?.includes(field) || values.length === 0) continue
    if (asLexemes) queries.push(`${parameters.add(facetQuery(field, values))}::tsquery`)
    else parts.push(`${field} = any(${parameters.add(values)}::text[])`)
  }
  if (queries.length > 0) parts.push(`words @@ (${queries.join(' && ')})`)
  if (filter.startsBy)
    parts.push(`(starts_on is null or starts_on <= ${parameters.add(filter.startsBy)}::date)`)
  if (filter.near) {
    const [latitude, longitude, radius] = [
      filter.near.latitude,
      filter.near.longitude,
      filter.near.radiusKm * METRES,
    ].map((value) => `${parameters.add(value)}::float8`)
    // Among very many offers the index of words narrows enough: joining it with a large box costs more.
    if (!(asLexemes && words)) parts.push(`place <@ search.box(${latitude}, ${longitude}, ${radius})`)
    parts.push(`search.distance_m(${latitude}, ${longitude}, latitude, longitude) <= ${radius}`)
  }
  return parts.length > 0 ? parts.join(' and ') : 'true'
}
