import type { Meilisearch, SearchParams } from 'meilisearch'
import { distanceKm } from '#app/domain/geo.ts'
import { CONTRACTS, OFFER_KINDS } from '#app/domain/offer.ts'
import {
  boundFilter,
  boundSearch,
  type Circle,
  MAX_POINTS,
  MAX_REACHABLE,
  type OfferFacets,
  type OfferFilter,
  type OfferHit,
  type OfferPoint,
  type OfferSearch,
  type OfferSearchResult,
} from '#search/port.ts'
import { chosen, circleFilters, type FacetField, filtersOf } from './filters.server.ts'
import { type AskedWords, allWords, someWords } from './read-words.server.ts'
import { type StoredOffer, toDocument } from './stored-offer.ts'

type Asking = { client: Meilisearch; index: string; signal: AbortSignal }

const FACET_FIELDS = ['kind', 'contract', 'occupationCode'] as const

function sortOf({ sort, near }: OfferSearch): string[] {
  if (sort === 'distance' && near)
    return [`_geoPoint(${near.latitude.toFixed(9)}, ${near.longitude.toFixed(9)}):asc`, 'offerId:asc']
  return sort === 'relevance' ? [] : ['publishedAtMs:desc', 'offerId:asc']
}

function toHit(stored: StoredOffer, near: Circle | null): OfferHit {
  const document = toDocument(stored)
  const { latitude, longitude } = document
  const hasDistance = near && latitude !== null && longitude !== null
  return { document, distanceKm: hasDistance ? distanceKm(near, { latitude, longitude }) : null }
}

// The server sorts by whole metres.
const byDistance = (a: OfferHit, b: OfferHit) =>
  (a.distanceKm ?? 0) - (b.distanceKm ?? 0) || (a.document.offerId < b.document.offerId ? -1 : 1)

function countsOf<T extends string>(values: readonly T[], found: Record<string, number> = {}) {
  return Object.fromEntries(
    values.map((value) => [value, Math.min(MAX_REACHABLE, found[value] ?? 0)]),
  ) as Record<T, number>
}

async function askOffers(search: OfferSearch, words: AskedWords, asking: Asking & { circle: string[] }) {
  const { client, index, signal, circle } = asking
  const common = { indexUid: index, ...words }
  const isReachable = (search.page - 1) * search.pageSize < MAX_REACHABLE
  const inUse = FACET_FIELDS.filter((field) => chosen(search, field).length > 0)
  const { results } = await client.multiSearch<
    { queries: (SearchParams & { indexUid: string })[] },
    StoredOffer
  >(
    {
      queries: [
        {
          ...common,
          filter: filtersOf(search, { circle }),
          sort: sortOf(search),
          page: isReachable ? search.page : 1,
          hitsPerPage: search.pageSize,
          facets: [...FACET_FIELDS],
        },
        ...inUse.map((field) => ({
          ...common,
          filter: filtersOf(search, { circle, without: field }),
          facets: [field],
          limit: 0,
        })),
      ],
    },
    { signal },
  )
  const main = results[0]
  const countsFor = (field: FacetField) =>
    results[inUse.indexOf(field) + 1 || 0]?.facetDistribution?.[field] ?? {}
  const facets: OfferFacets = {
    kinds: countsOf(OFFER_KINDS, countsFor('kind')),
    contracts: countsOf(CONTRACTS, countsFor('contract')),
    occupations: countsOf(Object.keys(countsFor('occupationCode')), countsFor('occupationCode')),
  }
  const left = MAX_REACHABLE - (search.page - 1) * search.pageSize
  return {
    total: main?.totalHits ?? 0,
    facets,
    stored: isReachable ? (main?.hits ?? []).slice(0, Math.max(0, left)) : [],
  }
}

/** A page of offers with its total and counts, each request within the signal's limit. */
export async function findOffers(wanted: OfferSearch, asking: Asking): Promise<OfferSearchResult> {
  const search = boundSearch(wanted)
  const circle = search.near ? await circleFilters(asking.client, search.near, asking) : []
  let found = await askOffers(search, allWords(search.text), { ...asking, circle })
  if (found.total === 0) {
    const fewer = await someWords(asking.client, search.text, asking)
    if (fewer) found = await askOffers(search, fewer, { ...asking, circle })
  }
  const hits = found.stored.map((stored) => toHit(stored, search.near))
  return {
    hits: search.sort === 'distance' && search.near ? hits.sort(byDistance) : hits,
    total: Math.min(found.total, MAX_REACHABLE),
    totalIsCapped: found.total > MAX_REACHABLE,
    facets: found.facets,
    engine: 'meilisearch',
  }
}

/** A page of offers alone, each request within the signal's limit. */
export async function findHits(wanted: OfferSearch, asking: Asking): Promise<OfferHit[]> {
  const { client, index, signal } = asking
  const search = boundSearch(wanted)
  const { near, page, pageSize } = search
  const offset = (page - 1) * pageSize
  if (offset >= MAX_REACHABLE) return []
  const circle = near ? await circleFilters(client, near, asking) : []
  const ask = async (words: AskedWords) => {
    const { q, matchingStrategy } = words
    const filter = filtersOf(search, { circle })
    const limit = Math.min(pageSize, MAX_REACHABLE - offset)
    const asked = { matchingStrategy, filter, sort: sortOf(search), offset, limit }
    return (await client.index<StoredOffer>(index).search(q, asked, { signal })).hits
  }
  const stored = await ask(allWords(search.text))
  const fewer = stored.length === 0 ? await someWords(client, search.text, asking) : null
  const hits = (fewer ? await ask(fewer) : stored).map((one) => toHit(one, near))
  return search.sort === 'distance' && near ? hits.sort(byDistance) : hits
}

/** Light points of the offers found that have a place, the most recent first, at most 10,000. */
export async function findPoints(wanted: OfferFilter, asking: Asking): Promise<OfferPoint[]> {
  const { client, index, signal } = asking
  const filter = boundFilter(wanted)
  const circle = filter.near ? await circleFilters(client, filter.near, asking) : []
  const ask = async ({ q, matchingStrategy }: AskedWords) =>
    (
      await client.index<OfferPoint>(index).search(
        q,
        {
          matchingStrategy,
          filter: [...filtersOf(filter, { circle }), 'placeKey IS NOT NULL'],
          sort: ['publishedAtMs:desc', 'offerId:asc'],
          attributesToRetrieve: ['offerId', 'kind', 'title', 'latitude', 'longitude'],
          limit: MAX_POINTS,
        },
        { signal },
      )
    ).hits
  const points = await ask(allWords(filter.text))
  const fewer = points.length === 0 ? await someWords(client, filter.text, asking) : null
  return (fewer ? await ask(fewer) : points).map(({ offerId, kind, title, latitude, longitude }) => ({
    offerId,
    kind,
    title,
    latitude,
    longitude,
  }))
}
