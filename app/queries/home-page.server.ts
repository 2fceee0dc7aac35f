import { searchEngine } from '#search/engine.server.ts'
import { toOfferCard } from './offer-card.ts'

const SHOWN = 3

/** The newest offers of the territory, and how many there are of each kind. */
export async function getHomePage() {
  const { hits, facets, total, totalIsCapped } = await searchEngine().search({
    text: '',
    kinds: [],
    occupationCodes: [],
    contracts: [],
    near: null,
    startsBy: null,
    sort: 'date',
    page: 1,
    pageSize: SHOWN,
  })
  return { offers: hits.map((hit) => toOfferCard(hit)), kinds: facets.kinds, total, totalIsCapped }
}
