import { queryRows } from '#app/db/raw.server.ts'
import { MAX_REACHABLE, type OfferFacets, type OfferFilter } from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import { countUpTo, countValues } from './count-values.server.ts'
import { cappedCounts, countPassing, type FacetTable, toFacets } from './facet-table.ts'
import { readTable } from './read-table.server.ts'
import { isLittle, SURELY_A_THOUSAND } from './sample-offers.server.ts'
import type { WriteQuery } from './text-query.server.ts'

type Options = { words: WriteQuery | null; sample: FacetTable }

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
    countValues(filter, 'kind', options),
    countValues(filter, 'contract', options),
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
