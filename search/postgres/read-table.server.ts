import { queryRows } from '#app/db/raw.server.ts'
import type { OfferFilter } from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import { type Cell, type FacetTable, sum } from './facet-table.ts'
import type { FacetField } from './facets.ts'
import type { WriteQuery } from './text-query.server.ts'

/** Up to this many offers are counted one by one. */
export const WINDOW = 13_000

/** The offers that a filter lets through, some facets left out of it, counted by facet. Null when they are more than the window holds. */
export async function readTable(
  filter: OfferFilter,
  words: WriteQuery | null,
  without: readonly FacetField[],
): Promise<FacetTable | null> {
  const parameters = createParameters()
  const where = conditions(filter, { parameters, words, without })
  const table = await queryRows<Cell>(
    `select kind, contract, occupation_code, count(*)::int as count
     from (select kind, contract, occupation_code from search.offer where ${where} limit ${WINDOW + 1}) matching
     group by kind, contract, occupation_code`,
    parameters.values,
  )
  return sum(table) > WINDOW ? null : table
}
