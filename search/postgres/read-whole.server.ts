import { queryRows } from '#app/db/raw.server.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferHit, OfferSearch } from '#search/port.ts'
import { areasAround } from './cells.ts'
import { conditions, createParameters } from './conditions.server.ts'
import { type Cell, type FacetTable, sum } from './facet-table.ts'
import { FACET_FIELDS } from './facets.ts'
import { pageOf, toHit } from './find-hits.server.ts'
import { distanceRank, RECENT, rankingOf, wordsRank } from './order.server.ts'
import { WINDOW } from './read-table.server.ts'
import type { TextQuery, WriteQuery } from './text-query.server.ts'

/** So many documents at most are read twice over. */
const MOST_READ_APART = 60

type Options = { text: TextQuery | null; words: WriteQuery | null }
type Part = { areas?: readonly number[]; offset: number; limit: number }
type Ranked = { document: OfferDocument; rank: number }

/**
 * How a search is read: words around a place in two halves of the areas around at once, each on a connection of its own, as long
 * as the page is among the first; anything else as one.
 */
function partsOf(search: OfferSearch, { words }: Options): Part[] {
  const { offset, limit } = pageOf(search)
  const areas = words && search.near && areasAround(search.near)
  if (!areas || areas.length < 2 || offset + limit > MOST_READ_APART) return [{ offset, limit }]
  const isOdd = (_: number, i: number) => i % 2 === 1
  const isEven = (_: number, i: number) => i % 2 === 0
  return [isEven, isOdd].map((isIn) => ({ areas: areas.filter(isIn), offset: 0, limit: offset + limit }))
}

/** What a part lets through, counted by facet, and its first documents in order. */
async function readPart(search: OfferSearch, { text, words }: Options, { areas, offset, limit }: Part) {
  const parameters = createParameters()
  const where = conditions(search, { parameters, words, without: FACET_FIELDS, ...(areas && { areas }) })
  const ranking = rankingOf(search, text)
  const rank = {
    words: () => (text ? wordsRank(text, parameters) : '0'),
    distance: () => distanceRank(search, parameters),
    date: () => '0',
  }[ranking]()
  const passing = conditions({ ...search, startsBy: null, near: null }, { parameters, words: null })
  const rows = await queryRows<Cell & { document: OfferDocument | null; rank: number }>(
    `with matching as materialized (
       select offer_id, kind, contract, occupation_code, published_at, (${rank})::float8 as rank
       from search.offer where ${where} limit ${WINDOW + 1}
     ),
     page as (
       select offer_id, rank, row_number() over () as position from (
         select offer_id, rank from matching where ${passing}
         order by rank, ${ranking === 'distance' ? 'offer_id' : RECENT} limit ${limit} offset ${offset}
       ) ordered
     )
     select kind, contract, occupation_code, count(*)::int as count, null::jsonb as document, null::float8 as rank, 0 as position
     from matching group by kind, contract, occupation_code
     union all
     select null, null, null, 0, document, rank, position from page join search.offer_document using (offer_id)
     order by position`,
    parameters.values,
  )
  const ranked = rows.flatMap(({ document, rank }): Ranked[] => (document ? [{ document, rank }] : []))
  return { table: rows.filter((row) => row.document === null), ranked }
}

/** The order of `readPart`: documents of one rank by their age, but by distance, then by id. */
const inOrder = (isByDistance: boolean) => (a: Ranked, b: Ranked) =>
  a.rank - b.rank ||
  (isByDistance ? 0 : Date.parse(b.document.publishedAt) - Date.parse(a.document.publishedAt)) ||
  (a.document.offerId < b.document.offerId ? -1 : 1)

/**
 * All that the words, the place and the day let through, counted by facet, and a page of those that pass the facets too, in one
 * reading. Null when they are more than the window holds.
 */
export async function readWhole(
  search: OfferSearch,
  options: Options,
): Promise<{ table: FacetTable; hits: OfferHit[] } | null> {
  const parts = partsOf(search, options)
  const read = await Promise.all(parts.map((part) => readPart(search, options, part)))
  const table = read.flatMap((part) => part.table)
  if (sum(table) > WINDOW) return null
  const isByDistance = rankingOf(search, options.text) === 'distance'
  const ranked = read.flatMap((part) => part.ranked)
  const { offset, limit } = pageOf(search)
  const page = parts.length > 1 ? ranked.sort(inOrder(isByDistance)).slice(offset, offset + limit) : ranked
  return { table, hits: page.map(({ document }) => toHit(document, search.near)) }
}
