import { keepWhileStamped, type Stamps } from '#app/db/stamps.server.ts'
import type { Commune } from '#app/domain/commune.ts'
import { type AskedOffers, widerRadii } from '#app/domain/offer-search.ts'
import { toFilter } from '#search/asked-filter.ts'
import { searchEngine } from '#search/engine.server.ts'
import type { OfferSearch, OfferSearchResult } from '#search/port.ts'
import { toOfferCard } from './offer-card.ts'

const PAGE_SIZE = 20
const MOST_KEPT = 2000
const ENGINE_SORTS = { pertinence: 'relevance', distance: 'distance', date: 'date' } as const

/** The smallest wider radius, in km, that holds an offer; null when none does. */
async function findWiderRadius(asked: AskedOffers, commune: Commune): Promise<number | null> {
  const radii = widerRadii(asked.radiusKm)
  const farthest = radii.at(-1)
  if (farthest === undefined) return null
  const around = toFilter(asked, commune, farthest)
  const [nearest] = await searchEngine().hits({ ...around, sort: 'distance', page: 1, pageSize: 1 })
  const km = nearest?.distanceKm ?? Number.POSITIVE_INFINITY
  return radii.find((radius) => radius >= km) ?? null
}

async function searchWidening(asked: AskedOffers, commune: Commune | null) {
  const sort = commune && !asked.text && asked.sort === 'pertinence' ? 'distance' : ENGINE_SORTS[asked.sort]
  const search = (radiusKm: number): Promise<OfferSearchResult> => {
    const query: OfferSearch = {
      ...toFilter(asked, commune, radiusKm),
      sort,
      page: asked.page,
      pageSize: PAGE_SIZE,
    }
    return searchEngine().search(query)
  }
  const result = await search(asked.radiusKm)
  const widerKm = result.total === 0 && commune ? await findWiderRadius(asked, commune) : null
  if (widerKm === null) return { result, radiusKm: asked.radiusKm, isWidened: false }
  return { result: await search(widerKm), radiusKm: widerKm, isWidened: true }
}

async function find(asked: AskedOffers, commune: Commune | null) {
  const { result, radiusKm, isWidened } = await searchWidening(asked, commune)
  const { hits, total, totalIsCapped, facets } = result
  return {
    cards: hits.map((hit) => toOfferCard(hit, asked.means)),
    total,
    totalIsCapped,
    facets,
    radiusKm,
    isWidened,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
  }
}

const keep = keepWhileStamped<Awaited<ReturnType<typeof find>>>('offers', MOST_KEPT)

/**
 * The cards of a page of offers around a commune, with counts, widened by itself when nothing is near: the same for whoever
 * asks. Those of the index in PostgreSQL are kept in memory until it changes.
 */
export function findOffers(
  asked: AskedOffers,
  { commune, stamps }: { commune: Commune | null; stamps: Stamps },
) {
  if (searchEngine().name !== 'postgres') return find(asked, commune)
  const { place: _, ...rest } = asked
  const key = JSON.stringify([rest, commune?.latitude, commune?.longitude])
  return keep(stamps, key, () => find(asked, commune))
}
