import { queryRows } from '#app/db/raw.server.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferHit, OfferSearch } from '#search/port.ts'
import { conditions, createParameters } from './conditions.server.ts'
import { type Cell, type FacetTable, sum } from './facet-table.ts'
import { FACET_FIELDS } from './facets.ts'
import { pageOf, toHit } from './find-hits.server.ts'
import { distanceRank, RECENT, rankingOf, wordsRank } from './order.server.ts'
import { WINDOW } from './read-table.server.ts'
import type { TextQuery, WriteQuery } from './text-query.server.ts'

/**
 * All that the words, the place and the day let through, counted by facet, and a page of those that pass the facets too, in one
 * reading. Null when they are more than the window holds.
 */
export async function readWhole(
  search: OfferSearch,
  options: { text: TextQuery | null; words: WriteQuery | null },
): Promise<{ table: FacetTable; hits: OfferHit[] } | null> {
  const { text, words } = options
  const parameters = createParameters()
  const where = conditions(search, { parameters, words, without: FACET_FIELDS })
  const ranking = rankingOf(search, text)
  const rank = {
    words: () => (text ? wordsRank(text, parameters) : '0'),
    distance: () => distanceRank(search, parameters),
    date: () => '0',
  }[ranking]()
  const passing = conditions({ ...search, startsBy: null, near: null }, { parameters, words: null })
  const { offset, limit } = pageOf(search)
  const rows = await queryRows<Cell & { document: OfferDocument | null }>(
    `with matching as materialized (
       select offer_id, kind, contract, occupation_code, published_at, ${rank} as rank
       from search.offer where ${where} limit ${WINDOW + 1}
     ),
     page as (
       select offer_id, row_number() over () as position from (
         select offer_id from matching where ${passing}
         order by rank, ${ranking === 'distance' ? 'offer_id' : RECENT} limit ${limit} offset ${offset}
       ) ordered
     )
     select kind, contract, occupation_code, count(*)::int as count, null::jsonb as document, 0 as position
     from matching group by kind, contract, occupation_code
     union all
     select null, null, null, 0, document, position from page join search.offer_document using (offer_id)
     order by position`,
    parameters.values,
  )
  const table = rows.filter((row) => row.document === null)
  if (sum(table) > WINDOW) return null
  return { table, hits: rows.flatMap(({ document }) => (document ? toHit(document, search.near) : [])) }
}
