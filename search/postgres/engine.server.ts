import { queryRows } from '#app/db/raw.server.ts'
import {
  boundFilter,
  boundSearch,
  MAX_REACHABLE,
  type OfferFilter,
  type OfferSearch,
  type OfferSearchEngine,
  type OfferSearchResult,
} from '#search/port.ts'
import { countOffers } from './count-offers.server.ts'
import { findHits, findPoints } from './find-hits.server.ts'
import { rebuildIndex } from './rebuild-index.server.ts'
import { readTextQuery, type TextQuery } from './text-query.server.ts'
import { removeDocuments, writeDocuments } from './write-documents.server.ts'

// Words that no offer anywhere holds together are looked for one by one.
async function wordsToFind(text: TextQuery | null): Promise<string | null> {
  if (text === null || text.termCount === 1) return text?.every ?? null
  const [row] = await queryRows<{ found: boolean }>(
    'select exists (select from search.offer where words @@ $1::tsquery) as found',
    [text.every],
  )
  return row?.found ? text.every : text.some
}

async function search(wanted: OfferSearch): Promise<OfferSearchResult> {
  const bounded = boundSearch(wanted)
  const text = await readTextQuery(bounded.text)
  const words = await wordsToFind(text)
  const { total, isWhole, facets } = await countOffers(bounded, words)
  const hits = total > 0 ? await findHits(bounded, { text, words, isWhole }) : []
  return {
    hits,
    total: Math.min(total, MAX_REACHABLE),
    totalIsCapped: total > MAX_REACHABLE,
    facets,
    engine: 'postgres',
  }
}

const points = async (filter: OfferFilter) =>
  findPoints(boundFilter(filter), await wordsToFind(await readTextQuery(filter.text)))

const isHealthy = () =>
  queryRows('select from search.offer limit 1').then(
    () => true,
    () => false,
  )

/** The search engine inside PostgreSQL: French full text, corrected words, distances, in tables of the schema `search`. */
export const postgresEngine: OfferSearchEngine = {
  name: 'postgres',
  search,
  points,
  upsert: (documents) => writeDocuments(documents),
  remove: removeDocuments,
  reindexAll: rebuildIndex,
  isHealthy,
}
