import { queryRows } from '#app/db/raw.server.ts'
import { MAX_REACHABLE, type OfferFacets, type OfferFilter } from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import { countUpTo, countValues } from './count-values.server.ts'
import { cappedCounts, countPassing, type FacetTable, tally, toFacets } from './facet-table.ts'
import { occupationsQuery } from './facets.ts'
import { readTable } from './read-table.server.ts'
import { isLittle, SURELY_A_THOUSAND } from './sample-offers.server.ts'
import type { WriteQuery } from './text-query.server.ts'

type Options = { words: WriteQuery | null; sample: FacetTable }

/** With words, the occupations that the sample promises a thousand offers of: mostly what the words name. */
export const sureOccupations = (filter: OfferFilter, { words, sample }: Options): string[] =>
  [...tally(sample, filter, 'occupation_code')].flatMap(([code, count]) =>
    words && count >= SURELY_A_THOUSAND ? [code] : [],
  )

/** How many offers pass all filters, one more than the cap at most. */
async function countTotal(filter: OfferFilter, words: WriteQuery | null): Promise<number> {
  const parameters = createParameters()
  const where = conditions(filter, { parameters, words })
  const [row] = await queryRows<{ count: number }>(
    `select ${countUpTo(MAX_REACHABLE + 1, where)} as count`,
    parameters.values,
  )
  return row?.count ?? 0
}

/** The words, asked of other occupations than these. */
function besides(codes: readonly string[], words: WriteQuery | null): WriteQuery | null {
  if (!words || codes.length === 0) return words
  return (parameters) => `(${words(parameters)} && !!${parameters.add(occupationsQuery(codes))}::tsquery)`
}

/**
 * The offers by occupation, the other fields filtered, when they are few enough to be read: `rest` without the occupations that
 * surely have a thousand, `counts` with them.
 */
async function readOccupations(filter: OfferFilter, options: Options) {
  if (!isLittle(countPassing(options.sample, filter, 'occupation_code'))) return null
  const sure = sureOccupations(filter, options)
  const rest = await readTable(filter, besides(sure, options.words), ['occupation_code'])
  if (!rest) return null
  const counts = cappedCounts(rest, filter, 'occupation_code')
  for (const code of sure) counts[code] = MAX_REACHABLE
  return { rest, counts }
}

export type BroadCount = { total: number; facets: OfferFacets }

/** The counts of a search whose words, place and day let more offers through than can be read whole. */
export async function countBroad(filter: OfferFilter, options: Options): Promise<BroadCount> {
  const [kind, contract, occupations] = await Promise.all([
    countValues(filter, 'kind', options),
    countValues(filter, 'contract', options),
    readOccupations(filter, options),
  ])
  const total = async () => {
    if (countPassing(options.sample, filter) >= SURELY_A_THOUSAND) return MAX_REACHABLE + 1
    return occupations ? countPassing(occupations.rest, filter) : countTotal(filter, options.words)
  }
  return {
    total: await total(),
    facets: toFacets({ kind, contract }, occupations?.counts),
  }
}
