import { queryRows } from '#app/db/raw.server.ts'
import { CONTRACTS, OFFER_KINDS } from '#app/domain/offer.ts'
import { MAX_REACHABLE, type OfferFacets, type OfferFilter } from '#search/port.ts'
import {
  chosen,
  conditions,
  createParameters,
  FACET_FIELDS,
  type FacetField,
  withOnly,
} from './conditions.server.ts'
import type { WriteQuery } from './text-query.server.ts'

// Up to this many matching offers are counted one by one; beyond, each value is counted apart, up to the cap.
const WINDOW = 10_000

type Cell = Record<FacetField, string | null> & { count: number }
type Table = { cells: Cell[]; isWhole: boolean }

/** How many matching offers there are of each kind, contract and occupation together, among the first ten thousand. */
async function tabulate(
  filter: OfferFilter,
  options: { words: WriteQuery | null; without: readonly FacetField[]; asLexemes?: boolean },
): Promise<Table> {
  const parameters = createParameters()
  const cells = await queryRows<Cell>(
    `select kind, contract, occupation_code, count(*)::int as count
     from (
       select kind, contract, occupation_code from search.offer
       where ${conditions(filter, { parameters, ...options })} limit ${WINDOW + 1}
     ) matching
     group by kind, contract, occupation_code`,
    parameters.values,
  )
  return { cells, isWhole: cells.reduce((sum, cell) => sum + cell.count, 0) <= WINDOW }
}

function passes(cell: Cell, filter: OfferFilter, field: FacetField): boolean {
  const values = chosen(filter, field)
  const value = cell[field]
  return values.length === 0 || (value !== null && values.includes(value))
}

/** The counts of a field's values in a table, the other fields filtered. */
function tally({ cells }: Table, filter: OfferFilter, field: FacetField): Map<string, number> {
  const counts = new Map<string, number>()
  for (const cell of cells) {
    const value = cell[field]
    if (value === null) continue
    if (FACET_FIELDS.every((other) => other === field || passes(cell, filter, other)))
      counts.set(value, (counts.get(value) ?? 0) + cell.count)
  }
  return counts
}

// Without words or a place, the indexes of the columns alone answer.
const hasIndexOfWords = (filter: OfferFilter, words: WriteQuery | null) =>
  words !== null || filter.near !== null

/** The counts of these values up to the cap, each looked up apart. */
async function countEach(
  filter: OfferFilter,
  options: { words: WriteQuery | null; field: FacetField; values: readonly string[] },
): Promise<[string, number][]> {
  const { words, field, values } = options
  if (values.length === 0) return []
  const parameters = createParameters()
  const asLexemes = hasIndexOfWords(filter, words)
  const selects = values.map((value) => {
    const where = conditions(withOnly(filter, field, value), { parameters, words, asLexemes })
    return `select ${parameters.add(value)}::text as value,
      (select count(*)::int from (select from search.offer where ${where} limit ${MAX_REACHABLE}) capped) as count`
  })
  const rows = await queryRows<{ value: string; count: number }>(
    selects.join(' union all '),
    parameters.values,
  )
  return rows.map((row) => [row.value, row.count])
}

async function countField<T extends string>(
  filter: OfferFilter,
  options: { words: WriteQuery | null; field: FacetField; values: readonly T[]; table: Table },
): Promise<Record<T, number>> {
  const { words, field, values, table } = options
  const found = tally(table, filter, field)
  const unsure = table.isWhole ? [] : values.filter((value) => (found.get(value) ?? 0) < MAX_REACHABLE)
  const exact = new Map(await countEach(filter, { words, field, values: unsure }))
  const count = (value: T) => Math.min(MAX_REACHABLE, exact.get(value) ?? found.get(value) ?? 0)
  return Object.fromEntries(values.map((value) => [value, count(value)])) as Record<T, number>
}

export type OfferCount = { total: number; isWhole: boolean; facets: OfferFacets }

/**
 * How many offers match (`isWhole` false: more than ten thousand), and the counts of each filter with the other filters
 * applied. One table of all that the words, the place and the day let through answers everything when it is whole.
 */
export async function countOffers(filter: OfferFilter, words: WriteQuery | null): Promise<OfferCount> {
  const base = await tabulate(filter, { words, without: FACET_FIELDS })
  const tableFor = async (field: FacetField | null) => {
    const isSameAsBase = FACET_FIELDS.every((other) => other === field || chosen(filter, other).length === 0)
    if (base.isWhole || isSameAsBase) return base
    return tabulate(filter, {
      words,
      without: field ? [field] : [],
      asLexemes: hasIndexOfWords(filter, words),
    })
  }
  const all = await tableFor(null)
  const isInUse = (field: FacetField) => chosen(filter, field).length > 0
  const [kind, contract, occupation] = await Promise.all(
    FACET_FIELDS.map((field) => (isInUse(field) ? tableFor(field) : all)),
  )
  const [kinds, contracts] = await Promise.all([
    countField(filter, { words, field: 'kind', values: OFFER_KINDS, table: kind ?? all }),
    countField(filter, { words, field: 'contract', values: CONTRACTS, table: contract ?? all }),
  ])
  const occupations = occupation ?? all
  const capped = [...tally(occupations, filter, 'occupation_code')].map(
    ([value, count]) => [value, Math.min(MAX_REACHABLE, count)] as const,
  )
  const matching = all.cells.filter((cell) => FACET_FIELDS.every((field) => passes(cell, filter, field)))
  return {
    total: matching.reduce((sum, cell) => sum + cell.count, 0),
    isWhole: all.isWhole,
    facets: { kinds, contracts, ...(occupations.isWhole && { occupations: Object.fromEntries(capped) }) },
  }
}
