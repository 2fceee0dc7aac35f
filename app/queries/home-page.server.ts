import { keepWhileStamped, readStamps } from '#app/db/stamps.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import type { OfferSearch } from '#search/port.ts'
import { toOfferCard } from './offer-card.ts'

const NEWEST: OfferSearch = {
  text: '',
  kinds: [],
  occupationCodes: [],
  contracts: [],
  near: null,
  startsBy: null,
  sort: 'date',
  page: 1,
  pageSize: 3,
}

async function find() {
  const { hits, facets, total, totalIsCapped } = await searchEngine().search(NEWEST)
  return { offers: hits.map((hit) => toOfferCard(hit)), kinds: facets.kinds, total, totalIsCapped }
}

const keep = keepWhileStamped<Awaited<ReturnType<typeof find>>>('offers', 1)

/** The newest offers of the territory, and how many there are of each kind. Those of the index in PostgreSQL are kept in memory until it changes. */
export const getHomePage = async () =>
  searchEngine().name === 'postgres' ? keep(await readStamps(), 'newest', find) : find()
