import { Meilisearch } from 'meilisearch'
import type { OfferSearchEngine } from '#search/port.ts'
import { findHits, findOffers, findPoints } from './find-offers.server.ts'
import { applySettings, createWriter, hasIndex } from './write-offers.server.ts'

export type MeilisearchOptions = {
  url: string
  key: string | undefined
  index?: string
  /** Milliseconds a whole search may take. */
  searchLimitMs?: number
  /** Milliseconds one request of a write may take, and the work that it starts. */
  writeLimitMs?: number
  taskLimitMs?: number
}

export type MeilisearchEngine = OfferSearchEngine & {
  /** True when the index was built. Until then writes are left aside: a rebuild brings everything at once. */
  isBuilt(): Promise<boolean>
  /** Brings the settings of a built index up to date. */
  applySettings(): Promise<void>
}

/** The search engine on a Meilisearch server: every request has a time limit, every write waits for its task. */
export function createMeilisearchEngine(options: MeilisearchOptions): MeilisearchEngine {
  const { url, key, index = 'offers', searchLimitMs = 800 } = options
  const { writeLimitMs = 10_000, taskLimitMs = 60_000 } = options
  const apiKey = key ? { apiKey: key } : {}
  const asking = new Meilisearch({ host: url, ...apiKey, timeout: searchLimitMs })
  const writing = new Meilisearch({
    host: url,
    ...apiKey,
    timeout: writeLimitMs,
    defaultWaitOptions: { timeout: taskLimitMs, interval: 20 },
  })
  const ask = () => ({ client: asking, index, signal: AbortSignal.timeout(searchLimitMs) })
  return {
    name: 'meilisearch',
    search: (search) => findOffers(search, ask()),
    hits: (search) => findHits(search, ask()),
    points: (filter) => findPoints(filter, ask()),
    ...createWriter(writing, index),
    isHealthy: () => asking.isHealthy(),
    isBuilt: () => hasIndex(writing, index),
    applySettings: () => applySettings(writing, index),
  }
}
