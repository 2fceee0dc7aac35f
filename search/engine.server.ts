import { env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { createFallbackEngine } from './fallback.server.ts'
import { createMeilisearchEngine, type MeilisearchEngine } from './meilisearch/engine.server.ts'
import type { OfferFinder, OfferSearchEngine } from './port.ts'
import { postgresEngine } from './postgres/engine.server.ts'

type Engines = { finder: OfferFinder; meilisearch: MeilisearchEngine | null }

const known = new Map<string, Engines>()

function engines(): Engines {
  const { MEILI_URL, MEILI_KEY } = env()
  const name = MEILI_URL ? `${MEILI_URL} ${MEILI_KEY ?? ''}` : ''
  const made = known.get(name)
  if (made) return made
  const meilisearch = MEILI_URL ? createMeilisearchEngine({ url: MEILI_URL, key: MEILI_KEY }) : null
  const finder = meilisearch
    ? createFallbackEngine({ primary: meilisearch, fallback: postgresEngine, log: logger })
    : postgresEngine
  const both = { finder, meilisearch }
  known.set(name, both)
  return both
}

/**
 * The search of this process: PostgreSQL, or Meilisearch when MEILI_URL is set, with PostgreSQL answering in its place
 * while it does not. Writes feed both.
 */
export const searchEngine = (): OfferFinder => engines().finder

/** The Meilisearch engine, or null when MEILI_URL is not set. */
export const meilisearchEngine = (): MeilisearchEngine | null => engines().meilisearch

/** Every engine to feed, PostgreSQL first. */
export function everyEngine(): OfferSearchEngine[] {
  const { meilisearch } = engines()
  return meilisearch ? [postgresEngine, meilisearch] : [postgresEngine]
}

/** Whether each engine answers; `meilisearch` is null when it is not set. */
export async function searchHealth(): Promise<{ postgres: boolean; meilisearch: boolean | null }> {
  const { meilisearch } = engines()
  const [postgres, other] = await Promise.all([postgresEngine.isHealthy(), meilisearch?.isHealthy() ?? null])
  return { postgres, meilisearch: other }
}
