import type { IsoDate } from '#app/domain/duration.ts'
import { isPosition } from '#app/domain/geo.ts'
import type { Contract, OfferKind } from '#app/domain/offer.ts'
import type { OfferDocument } from './offer-document.ts'

export const OFFER_SORTS = ['relevance', 'distance', 'date'] as const
export type OfferSort = (typeof OFFER_SORTS)[number]

/** Hits beyond the first thousand cannot be reached, and counts stop there. */
export const MAX_REACHABLE = 1000
export const MAX_PAGE_SIZE = 50
export const MAX_POINTS = 10_000

/** A circle on the ground: decimal degrees and kilometres. */
export type Circle = { latitude: number; longitude: number; radiusKm: number }

/**
 * What a person looks for. An empty list filters nothing; several values of a list are "or", several lists "and".
 * `startsBy` keeps offers that start on or before that day, or as soon as possible (no start). `near` keeps offers whose
 * distance is at most its radius, edge included. `sort: 'distance'` without `near`, and `'relevance'` without words,
 * both mean the most recent first. `page` counts from 1; `pageSize` is at most 50.
 */
export type OfferSearch = {
  text: string
  kinds: OfferKind[]
  occupationCodes: string[]
  contracts: Contract[]
  near: Circle | null
  startsBy: IsoDate | null
  sort: OfferSort
  page: number
  pageSize: number
}

/** What narrows a search, without its order and page. */
export type OfferFilter = Omit<OfferSearch, 'sort' | 'page' | 'pageSize'>

/** An offer found; `distanceKm` from the centre of `near`, null without one. */
export type OfferHit = { document: OfferDocument; distanceKm: number | null }

/**
 * How many offers each value would show were it chosen alone in its filter, the other filters kept. Counts stop at 1,000.
 * Every kind and contract is there, 0 included. `occupations` is missing when too many offers match to tell.
 */
export type OfferFacets = {
  kinds: Record<OfferKind, number>
  contracts: Record<Contract, number>
  occupations?: Record<string, number>
}

/** A page of hits. `total` stops at 1,000 and `totalIsCapped` then says that there are more. */
export type OfferSearchResult = {
  hits: OfferHit[]
  total: number
  totalIsCapped: boolean
  facets: OfferFacets
  engine: 'postgres' | 'meilisearch'
}

/** A light point for the map, in decimal degrees. */
export type OfferPoint = {
  offerId: string
  kind: OfferKind
  title: string
  latitude: number
  longitude: number
}

/** A search engine. Each function rejects when the engine does not answer; none keeps personal data. */
export type OfferSearchEngine = {
  name: 'postgres' | 'meilisearch'
  /** A page of offers, its total and its counts. Order is total: ties are broken by offer id or index order. */
  search(search: OfferSearch): Promise<OfferSearchResult>
  /**
   * A page of hits alone, in the order of `search`, without total or counts: what stands beside something else. By
   * relevance, the more recent are ranked before the older when they are hundreds.
   */
  hits(search: OfferSearch): Promise<OfferHit[]>
  /** Every offer found that has a position, at most 10,000, for the map. */
  points(filter: OfferFilter): Promise<OfferPoint[]>
  /** Puts documents in the index, by offer id, and resolves when they can be found. */
  upsert(documents: readonly OfferDocument[]): Promise<void>
  /** Takes offers out of the index and resolves when they are gone. Unknown ids are ignored. */
  remove(offerIds: readonly string[]): Promise<void>
  /** Makes the index hold exactly these documents. Searches go on meanwhile, at no moment on an empty index. Returns how many. */
  reindexAll(documents: AsyncIterable<OfferDocument>): Promise<number>
  /** True when the engine answers. */
  isHealthy(): Promise<boolean>
}

/** What pages and jobs need of the search, whichever engines stand behind it. */
export type OfferFinder = Omit<OfferSearchEngine, 'reindexAll'>

/** The filter without what no engine could read: a position that is none, a day that is none, control characters. */
export function boundFilter<T extends OfferFilter>(filter: T): T {
  const { near, startsBy } = filter
  const isNear = near !== null && isPosition(near) && near.radiusKm >= 0
  const isDay =
    startsBy !== null && /^\d{4}-\d{2}-\d{2}$/.test(startsBy) && !Number.isNaN(Date.parse(startsBy))
  return {
    ...filter,
    occupationCodes: filter.occupationCodes.map((code) => code.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 10)),
    near: isNear ? near : null,
    startsBy: isDay ? startsBy : null,
  }
}

/** The search within bounds: a readable filter, page from 1, page size 1–50. Pages beyond the first thousand hits are empty. */
export function boundSearch(search: OfferSearch): OfferSearch {
  const pageSize = Math.min(MAX_PAGE_SIZE, Math.max(1, Math.trunc(search.pageSize) || 1))
  const page = Math.min(MAX_REACHABLE + 1, Math.max(1, Math.trunc(search.page) || 1))
  return { ...boundFilter(search), page, pageSize }
}
