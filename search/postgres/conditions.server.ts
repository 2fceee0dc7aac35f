import type { OfferFilter } from '#search/port.ts'
import { areaLexeme, dayLexeme } from './bounds.ts'
import { areasAround, cellsAround } from './cells.ts'
import { anyOf, chosen, FACET_FIELDS, type FacetField, facetQueries } from './facets.ts'
import type { WriteQuery } from './text-query.server.ts'

/** Collects the values of a statement and hands out their places. */
export function createParameters() {
  const values: unknown[] = []
  return { values, add: (value: unknown) => `$${values.push(value)}` }
}
export type Parameters = ReturnType<typeof createParameters>

const METRES = 1000

export type ConditionOptions = {
  parameters: Parameters
  /** Writes the tsquery of the words looked for. */
  words: WriteQuery | null
  /** The facets whose filters are left out. */
  without?: readonly FacetField[]
  /** Beside words: the only days of publication to look among, all days without it. */
  days?: readonly number[] | null
  /** Beside words: the areas to look in, in the place of all those around. */
  areas?: readonly number[]
  /** Offers are walked through in their order: what an index tells is decided before their words are read. */
  isWalked?: boolean
}

/**
 * The conditions on search.offer of a filter. With words, facets and areas are looked up among the words too, in the one index.
 * Areas and cells are a prefilter; the haversine distance decides, edge included.
 */
export function conditions(filter: OfferFilter, options: ConditionOptions): string {
  const { parameters, words, without = [], days = null, isWalked = false } = options
  const fields = FACET_FIELDS.filter((field) => !without.includes(field) && chosen(filter, field).length > 0)
  const parts: string[] = []
  if (!words || isWalked)
    for (const field of fields) parts.push(`${field} = any(${parameters.add(chosen(filter, field))}::text[])`)
  if (filter.startsBy)
    parts.push(`(starts_on is null or starts_on <= ${parameters.add(filter.startsBy)}::date)`)
  if (words) {
    const areas = filter.near && !isWalked && (options.areas ?? areasAround(filter.near))
    const lexemes = [
      ...(isWalked ? [] : facetQueries(filter, fields)),
      ...(days ? [anyOf(days.map(dayLexeme))] : []),
      ...(areas ? [anyOf(areas.map(areaLexeme))] : []),
    ]
    const queries = [words(parameters), ...lexemes.map((query) => `${parameters.add(query)}::tsquery`)]
    // Each apart from the others: the index of words skips from one to the next, and decides on each by its few words alone.
    parts.push(...queries.map((query) => `words @@ ${query}`))
  }
  if (filter.near) {
    const { latitude, longitude, radiusKm } = filter.near
    const cells = words || isWalked ? null : cellsAround(filter.near)
    if (cells) parts.push(`cell = any(${parameters.add(cells)}::int[])`)
    const [a, b, radius] = [latitude, longitude, radiusKm * METRES].map(
      (value) => `${parameters.add(value)}::float8`,
    )
    parts.push(`search.distance_m(${a}, ${b}, latitude, longitude) <= ${radius}`)
  }
  return parts.length > 0 ? parts.join(' and ') : 'true'
}
