import type { OfferFilter } from '#search/port.ts'
import { cellsAround } from './cells.ts'
import { chosen, FACET_FIELDS, type FacetField, facetQueries } from './facets.ts'
import type { WriteQuery } from './text-query.server.ts'

/** Collects the values of a statement and hands out their places. */
export function createParameters() {
  const values: unknown[] = []
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}
export type Parameters = ReturnType<typeof createParameters>

const METRES = 1000
// Beside words, a longer list takes longer to plan with than it saves.
const MAX_CELLS_BESIDE_WORDS = 200

export type ConditionOptions = {
  parameters: Parameters
  /** Writes the tsquery of the words looked for. */
  words: WriteQuery | null
  /** The facets whose filters are left out. */
  without?: readonly FacetField[]
}

/**
 * The conditions on search.offer of a filter. With words, facets are looked up among the words too, in the one index. Cells are
 * a prefilter; the haversine distance decides, edge included.
 */
export function conditions(filter: OfferFilter, options: ConditionOptions): string {
  const { parameters, words, without = [] } = options
  const fields = FACET_FIELDS.filter((field) => !without.includes(field) && chosen(filter, field).length > 0)
  const parts: string[] = []
  if (words) {
    const queries = facetQueries(filter, fields).map((query) => `${parameters.add(query)}::tsquery`)
    parts.push(`words @@ (${[words(parameters), ...queries].join(' && ')})`)
  } else
    for (const field of fields) parts.push(`${field} = any(${parameters.add(chosen(filter, field))}::text[])`)
  if (filter.startsBy)
    parts.push(`(starts_on is null or starts_on <= ${parameters.add(filter.startsBy)}::date)`)
  if (filter.near) {
    const { latitude, longitude, radiusKm } = filter.near
    const cells = cellsAround(filter.near)
    if (cells && !(words && cells.length > MAX_CELLS_BESIDE_WORDS))
      parts.push(`cell = any(${parameters.add(cells)}::int[])`)
    const [a, b, radius] = [latitude, longitude, radiusKm * METRES].map(
      (value) => `${parameters.add(value)}::float8`,
    )
    parts.push(`search.distance_m(${a}, ${b}, latitude, longitude) <= ${radius}`)
  }
  return parts.length > 0 ? parts.join(' and ') : 'true'
}
