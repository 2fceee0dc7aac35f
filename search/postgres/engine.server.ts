import { queryRows } from '#app/db/raw.server.ts'
import {
  boundFilter,
  boundSearch,
  MAX_REACHABLE,
  type OfferFilter,
  type OfferHit,
  type OfferPoint,
  type OfferSearch,
  type OfferSearchEngine,
  type OfferSearchResult,
} from '#search/port.ts'
import { createParameters } from './conditions.server.ts'
import { countOffers } from './count-offers.server.ts'
import { findHits, findPoints } from './find-hits.server.ts'
import { rebuildIndex } from './rebuild-index.server.ts'
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

async function search(wanted: OfferSearch): Promise<OfferSearchResult> {
  const bounded = boundSearch(wanted)
  const text = await readTextQuery(bounded.text)
  let words = text?.every ?? null
  let count = await countOffers(bounded, words)
  if (count.total === 0 && text && (await isTooMuch(text))) {
    words = text.some
    count = await countOffers(bounded, words)
  }
  const { total, isWhole, facets } = count
  const hits = total > 0 ? await findHits(bounded, { text, words, isWhole }) : []
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
  const find = (words: WriteQuery | null) => findHits(bounded, { text, words, isWhole: false })
  const found = await find(text?.every ?? null)
  return text && found.length === 0 && (await isTooMuch(text)) ? find(text.some) : found
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
