import { queryRows } from '#app/db/raw.server.ts'
import { MAX_REACHABLE, type OfferFacets, type OfferFilter } from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import {
  cappedCounts,
  countPassing,
  type FacetTable,
  LISTED,
  type ListedField,
  tally,
  toFacets,
} from './facet-table.ts'
import { readTable } from './read-table.server.ts'
import { isLittle, SURELY_A_THOUSAND } from './sample-offers.server.ts'
import type { WriteQuery } from './text-query.server.ts'

type Options = { words: WriteQuery | null; sample: FacetTable }

/** How many offers pass, up to a cap, as SQL. */
const countUpTo = (cap: number, where: string) =>
  `(select count(*)::int from (select from search.offer where ${where} limit ${cap}) capped)`

/**
 * The counts of a field's values. Those that the sample holds often are a thousand; the others are counted one by one, as values
 * have indexes of words of their own.
 */
async function countField(
  filter: OfferFilter,
  field: ListedField,
  { words, sample }: Options,
): Promise<Record<string, number>> {
  const sampled = tally(sample, filter, field)
  const isSure = (value: string) => (sampled.get(value) ?? 0) >= SURELY_A_THOUSAND
  const counts = Object.fromEntries(LISTED[field].filter(isSure).map((value) => [value, MAX_REACHABLE]))
  const unsure = LISTED[field].filter((value) => !isSure(value))
  if (unsure.length === 0) return counts
  const parameters = createParameters()
  const selects = unsure.map((value) => {
    const written = parameters.add(value)
    const where = `${field} = ${written} and ${conditions(filter, { parameters, words, without: [field] })}`
    return `select ${written}::text as value, ${countUpTo(MAX_REACHABLE, where)} as count`
  })
  const rows = await queryRows<{ value: string; count: number }>(
    selects.join(' union all '),
    parameters.values,
  )
  for (const { value, count } of rows) counts[value] = count
  return counts
}

/** How many offers pass all filters, one more than the cap at most. */
async function countTotal(filter: OfferFilter, { words, sample }: Options): Promise<number> {
  if (countPassing(sample, filter) >= SURELY_A_THOUSAND) return MAX_REACHABLE + 1
  const parameters = createParameters()
  const where = conditions(filter, { parameters, words })
  const [row] = await queryRows<{ count: number }>(
    `select ${countUpTo(MAX_REACHABLE + 1, where)} as count`,
    parameters.values,
  )
  return row?.count ?? 0
}

/** The offers that pass all filters by occupation, that of the occupation left out, when they are few enough to be read. */
const readOccupations = async (filter: OfferFilter, { words, sample }: Options) =>
  isLittle(countPassing(sample, filter, 'occupation_code'))
    ? readTable(filter, words, ['occupation_code'])
    : null

export type BroadCount = { total: number; facets: OfferFacets }

/** The counts of a search whose words, place and day let more offers through than can be read whole. */
export async function countBroad(filter: OfferFilter, options: Options): Promise<BroadCount> {
  const [kind, contract, occupations] = await Promise.all([
    countField(filter, 'kind', options),
    countField(filter, 'contract', options),
    readOccupations(filter, options),
  ])
  return {
    total: occupations ? countPassing(occupations, filter) : await countTotal(filter, options),
    facets: toFacets(
      { kind, contract },
      occupations ? cappedCounts(occupations, filter, 'occupation_code') : undefined,
    ),
  }
}
