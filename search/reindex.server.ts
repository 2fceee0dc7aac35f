import { everyEngine, meilisearchEngine, searchEngine } from './engine.server.ts'
import type { OfferDocument } from './offer-document.ts'
import type { OfferSearchEngine } from './port.ts'
import {
  countPublishedOffers,
  listOffersChangedSince,
  readOfferDocuments,
  readPublishedVersions,
  streamPublishedOffers,
} from './postgres/published-offers.server.ts'

const MAX_ROUNDS = 3
// A transaction may commit this long after it read its clock.
const CATCH_UP_MS = 5 * 60_000

const isSame = (documents: readonly OfferDocument[], versions: ReadonlyMap<string, number>) =>
  documents.length === versions.size &&
  documents.every((document) => versions.get(document.offerId) === document.version)

/**
 * Makes the engines agree with the database on these offers: published ones put, all others removed. Reads again
 * afterwards, so that two of these at the same time end with the newest state. Rejects when an engine does not answer.
 */
export async function indexOffers(offerIds: readonly string[]): Promise<void> {
  if (offerIds.length === 0) return
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const documents = await readOfferDocuments(offerIds)
    const published = new Set(documents.map((document) => document.offerId))
    await searchEngine().upsert(documents)
    await searchEngine().remove(offerIds.filter((offerId) => !published.has(offerId)))
    if (isSame(documents, await readPublishedVersions(offerIds))) return
  }
}

export type ReindexOptions = {
  engines?: readonly OfferSearchEngine[]
  /** Told after each document: the engine, how many are done, of how many. */
  onProgress?: (progress: { engine: string; done: number; total: number }) => void
}

/**
 * Rebuilds each engine from the database without a moment of emptiness, then catches up with what changed meanwhile.
 * Returns how many offers each engine was given.
 */
export async function reindexOffers(options: ReindexOptions = {}): Promise<Record<string, number>> {
  const { engines = everyEngine(), onProgress } = options
  const startedAt = Date.now()
  const { published } = await countPublishedOffers()
  const counts: Record<string, number> = {}
  for (const engine of engines) {
    async function* counted() {
      let done = 0
      for await (const document of streamPublishedOffers()) {
        yield document
        onProgress?.({ engine: engine.name, done: ++done, total: published })
      }
    }
    counts[engine.name] = await engine.reindexAll(counted())
  }
  await indexOffers(await listOffersChangedSince(new Date(startedAt - CATCH_UP_MS)))
  return counts
}

/**
 * Called when a worker starts: builds an index that was never built, and brings Meilisearch's settings up to date.
 * Returns the names of the engines it built.
 */
export async function prepareSearch(): Promise<string[]> {
  const { published, isIndexEmpty } = await countPublishedOffers()
  const meilisearch = meilisearchEngine()
  const isBuilt = await meilisearch?.isBuilt()
  if (isBuilt) await meilisearch?.applySettings()
  const engines = everyEngine().filter((engine) =>
    engine.name === 'postgres' ? isIndexEmpty && published > 0 : !isBuilt,
  )
  if (engines.length > 0) await reindexOffers({ engines })
  return engines.map((engine) => engine.name)
}
