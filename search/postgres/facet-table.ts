import { CONTRACTS, OFFER_KINDS } from '#app/domain/offer.ts'
import { MAX_REACHABLE, type OfferFacets, type OfferFilter } from '#search/port.ts'
import { chosen, FACET_FIELDS, type FacetField } from './facets.ts'

/** How many offers there are of a kind, a contract and an occupation together. */
export type Cell = Record<FacetField, string | null> & { count: number }
export type FacetTable = readonly Cell[]

/** The facets whose values are all known beforehand. */
export const LISTED = { kind: OFFER_KINDS, contract: CONTRACTS } as const
export type ListedField = keyof typeof LISTED

function passes(cell: Cell, filter: OfferFilter, field: FacetField): boolean {
  const values = chosen(filter, field)
  const value = cell[field]
  return values.length === 0 || (value !== null && values.includes(value))
}

/** How many offers a table holds. */
export const sum = (cells: FacetTable) => cells.reduce((total, cell) => total + cell.count, 0)

/** How many offers of a table pass the filters of all facets but one. */
export const countPassing = (table: FacetTable, filter: OfferFilter, except: FacetField | null = null) =>
  sum(table.filter((cell) => FACET_FIELDS.every((field) => field === except || passes(cell, filter, field))))

/** The counts of a field's values in a table, the other fields filtered. */
export function tally(table: FacetTable, filter: OfferFilter, field: FacetField): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cell of table) {
    const value = cell[field]
    if (value === null) continue
    if (FACET_FIELDS.every((other) => other === field || passes(cell, filter, other)))
      counts.set(value, (counts.get(value) ?? 0) + cell.count)
  }
  return counts
}

/** The counts of a field's values, as far as they go. */
export const cappedCounts = (table: FacetTable, filter: OfferFilter, field: FacetField) =>
  Object.fromEntries(
    [...tally(table, filter, field)].map(([value, count]) => [value, Math.min(MAX_REACHABLE, count)]),
  )

const withZeros = <T extends string>(values: readonly T[], counts: Record<string, number>) =>
  Object.fromEntries(values.map((value) => [value, counts[value] ?? 0])) as Record<T, number>

/** Facets as the port has them: every kind and contract is there, 0 included. */
export const toFacets = (
  counts: Record<ListedField, Record<string, number>>,
  occupations?: Record<string, number>,
): OfferFacets => ({
  kinds: withZeros(OFFER_KINDS, counts.kind),
  contracts: withZeros(CONTRACTS, counts.contract),
  ...(occupations && { occupations }),
})

/** The total and the counts that a table of all that matches tells. */
export const countWhole = (table: FacetTable, filter: OfferFilter) => ({
  total: countPassing(table, filter),
  facets: toFacets(
    { kind: cappedCounts(table, filter, 'kind'), contract: cappedCounts(table, filter, 'contract') },
    cappedCounts(table, filter, 'occupation_code'),
  ),
})
