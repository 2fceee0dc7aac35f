import { queryRows } from '#app/db/raw.server.ts'
import {
  boundFilter,
  boundSearch,
  MAX_REACHABLE,
  type OfferFacets,
  type OfferFilter,
  type OfferHit,
  type OfferPoint,
  type OfferSearch,
  type OfferSearchEngine,
  type OfferSearchResult,
} from '#search/port.ts'
import { createParameters } from './conditions.server.ts'
import { countBroad, sureOccupations } from './count-broad.server.ts'
import { countWhole, type FacetTable, sum } from './facet-table.ts'
import { FACET_FIELDS } from './facets.ts'
import { findHits, findPoints, recentWanted } from './find-hits.server.ts'
import { rankingOf } from './order.server.ts'
import { readTable } from './read-table.server.ts'
import { readWhole } from './read-whole.server.ts'
import { rebuildIndex } from './rebuild-index.server.ts'
import { recentDays } from './recent-days.ts'
import { isFew, isLittle, sampleOffers } from './sample-offers.server.ts'
import { readTextQuery, type TextQuery, type WriteQuery } from './text-query.server.ts'
import { removeDocuments, writeDocuments } from './write-documents.server.ts'

/** True when words that nothing answered should be looked for one by one: no offer anywhere holds them together. */
async function isTooMuch(text: TextQuery | null): Promise<boolean> {
  if (text === null || text.termCount === 1) return false
  const parameters = createParameters()
  const [row] = await queryRows<{ found: boolean }>(
    `select exists (select from search.offer where words @@ ${text.every(parameters)}) as found`,
    parameters.values,
  )
  return !row?.found
}

type Found = { hits: OfferHit[]; total: number; facets: OfferFacets }
type Asked = { text: TextQuery | null; words: WriteQuery | null }

/** The total and the counts: of all that matches when it is little and of many occupations, else of as much as is needed. */
async function count(
  wanted: OfferSearch,
  { words, sample }: { words: WriteQuery | null; sample: FacetTable },
) {
  const isRead = isLittle(sum(sample)) && sureOccupations(wanted, { words, sample }).length === 0
  const table = isRead ? await readTable(wanted, words, FACET_FIELDS) : null
  return table ? countWhole(table, wanted) : countBroad(wanted, { words, sample })
}

/**
 * A page, its total and counts. A sample says how broad the search is. Few are read and put in order in one statement, and by
 * distance all that is little: the nearest that hold some words have no index of their own. Of more, a page is found and the
 * rest counted beside it.
 */
async function find(wanted: OfferSearch, { text, words }: Asked): Promise<Found> {
  const sample = await sampleOffers(wanted, { words, wanted: words ? recentWanted(wanted, text) : 0 })
  const sampled = sum(sample.table)
  const isByDistance = words !== null && rankingOf(wanted, text) === 'distance'
  const whole = (isByDistance ? isLittle : isFew)(sampled) ? await readWhole(wanted, { text, words }) : null
  if (whole) return { hits: whole.hits, ...countWhole(whole.table, wanted) }
  const [hits, counted] = await Promise.all([
    findHits(wanted, { text, words, recent: recentDays(sample.latest), isBroad: true }),
    count(wanted, { words, sample: sample.table }),
  ])
  return { hits, ...counted }
}

async function search(wanted: OfferSearch): Promise<OfferSearchResult> {
  const bounded = boundSearch(wanted)
  const text = await readTextQuery(bounded.text)
  let found = await find(bounded, { text, words: text?.every ?? null })
  if (found.total === 0 && text && (await isTooMuch(text)))
    found = await find(bounded, { text, words: text.some })
  const { hits, total, facets } = found
  return {
    hits,
    total: Math.min(total, MAX_REACHABLE),
    totalIsCapped: total > MAX_REACHABLE,
    facets,
    engine: 'postgres',
  }
}

async function hits(wanted: OfferSearch): Promise<OfferHit[]> {
  const bounded = boundSearch(wanted)
  const text = await readTextQuery(bounded.text)
  const found = await findHits(bounded, { text, words: text?.every ?? null, isBroad: false })
  return text && found.length === 0 && (await isTooMuch(text))
    ? findHits(bounded, { text, words: text.some, isBroad: false })
    : found
}

async function points(wanted: OfferFilter): Promise<OfferPoint[]> {
  const filter = boundFilter(wanted)
  const text = await readTextQuery(filter.text)
  const found = await findPoints(filter, text?.every ?? null)
  return text && found.length === 0 && (await isTooMuch(text)) ? findPoints(filter, text.some) : found
}

const isHealthy = () =>
  queryRows('select from search.offer limit 1').then(
    () => true,
    () => false,
  )

/** The search engine inside PostgreSQL: French full text, corrected words, distances, in tables of the schema `search`. */
export const postgresEngine: OfferSearchEngine = {
  name: 'postgres',
  search,
  hits,
  points,
  upsert: (documents) => writeDocuments(documents),
  remove: removeDocuments,
  reindexAll: rebuildIndex,
  isHealthy,
}
