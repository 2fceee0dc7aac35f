import { queryRows } from '#app/db/raw.server.ts'
import { MAX_REACHABLE, type OfferFilter } from '#search/port.ts'
import { conditions, createParameters, type Parameters } from './conditions.server.ts'
import { type FacetTable, LISTED, type ListedField, tally } from './facet-table.ts'
import { choosing } from './facets.ts'
import { IS_IN_FINER_SAMPLE, SURELY_A_THOUSAND, SURELY_A_THOUSAND_FINER } from './sample-offers.server.ts'
import type { WriteQuery } from './text-query.server.ts'

/** With so many in the sample a thousand in the whole are likely enough to ask the finer one first. */
const PERHAPS_A_THOUSAND = 12

type Options = { words: WriteQuery | null; sample: FacetTable }

/** How many offers pass, up to a cap, as SQL. */
export const countUpTo = (cap: number, where: string) =>
  `(select count(*)::int from (select from search.offer where ${where} limit ${cap}) capped)`

type Finer = { field: ListedField; values: readonly string[]; words: WriteQuery; parameters: Parameters }

/** How many offers of each value the finer sample holds, as SQL. */
const sampledFiner = (filter: OfferFilter, { field, values, words, parameters }: Finer) =>
  `select ${field} as value, count(*)::int as held from search.offer
   where ${IS_IN_FINER_SAMPLE} and ${conditions(choosing(filter, field, values), { parameters, words })} group by 1`

/**
 * The counts of a field's values, the other fields filtered. Those that the sample holds often are a thousand, and with words
 * those that a finer one does; the others are counted one by one, as values have indexes of words of their own.
 */
export async function countValues(
  filter: OfferFilter,
  field: ListedField,
  { words, sample }: Options,
): Promise<Record<string, number>> {
  const sampled = tally(sample, filter, field)
  const holds = (count: number) => (value: string) => (sampled.get(value) ?? 0) >= count
  const isSure = holds(SURELY_A_THOUSAND)
  const counts = Object.fromEntries(LISTED[field].filter(isSure).map((value) => [value, MAX_REACHABLE]))
  const unsure = LISTED[field].filter((value) => !isSure(value))
  if (unsure.length === 0) return counts
  const parameters = createParameters()
  const likely = words ? unsure.filter(holds(PERHAPS_A_THOUSAND)) : []
  const finer =
    words && likely.length > 0
      ? `with finer as materialized (${sampledFiner(filter, { field, values: likely, words, parameters })})`
      : ''
  const selects = unsure.map((value) => {
    const written = parameters.add(value)
    const where = `${field} = ${written} and ${conditions(filter, { parameters, words, without: [field] })}`
    const exact = countUpTo(MAX_REACHABLE, where)
    const count = likely.includes(value)
      ? `case when (select held from finer where value = ${written}) >= ${SURELY_A_THOUSAND_FINER}
           then ${MAX_REACHABLE} else ${exact} end`
      : exact
    return `select ${written}::text as value, ${count} as count`
  })
  const rows = await queryRows<{ value: string; count: number }>(
    `${finer} ${selects.join(' union all ')}`,
    parameters.values,
  )
  for (const { value, count } of rows) counts[value] = count
  return counts
}
