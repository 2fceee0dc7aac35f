import { db } from '#app/db/client.server.ts'
import { readSavedQuery } from '#app/db/search-names.server.ts'
import type { SavedSearch } from '#app/domain/saved-search.ts'
import { toFilter } from '#search/asked-filter.ts'
import { searchEngine } from '#search/engine.server.ts'
import { MAX_PAGE_SIZE } from '#search/port.ts'

/** Pages of the newest offers that are read: beyond them, what is new can be found by searching. */
const MOST_PAGES = 4

/** The ids of the offers of a saved search published since it was saved or resumed, the newest first, at most 200. */
export async function findNewOffers({ query, since }: SavedSearch): Promise<string[]> {
  const { asked, commune } = await readSavedQuery(db(), query)
  const found: string[] = []
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { hits } = await searchEngine().search({
      ...toFilter(asked, commune),
      sort: 'date',
      page,
      pageSize: MAX_PAGE_SIZE,
    })
    const fresh = hits.filter(({ document }) => new Date(document.publishedAt) > since)
    found.push(...fresh.map(({ document }) => document.offerId))
    if (fresh.length < MAX_PAGE_SIZE) break
  }
  return found
}
