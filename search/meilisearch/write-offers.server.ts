import { type Meilisearch, MeilisearchApiError } from 'meilisearch'
import { inBatches } from '#search/batches.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import { settings } from './settings.ts'
import { toStoredOffer } from './stored-offer.ts'
import { done } from './tasks.server.ts'

const BATCH = 1000
const PRIMARY_KEY = 'offerId'

const isMissing = (error: unknown) =>
  error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found'

/** True when the server holds the index. */
export const hasIndex = (client: Meilisearch, index: string): Promise<boolean> =>
  client.getRawIndex(index).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )

/** Brings the settings of an index up to date; the server goes on answering meanwhile. */
export const applySettings = (client: Meilisearch, index: string) =>
  done(client.index(index).updateSettings(settings))

async function createIndex(client: Meilisearch, index: string) {
  await done(client.createIndex(index, { primaryKey: PRIMARY_KEY }))
  await applySettings(client, index)
}

/**
 * The writing half of the engine on one index. What is written while this process rebuilds goes to both indexes, and what
 * the rebuild reads afterwards about the same offers is left aside.
 */
export function createWriter(client: Meilisearch, index: string) {
  const next = `${index}_next`
  let touched: Set<string> | null = null
  const targets = () => (touched ? [index, next] : [index])

  const put = (target: string, documents: readonly OfferDocument[]) =>
    done(client.index(target).addDocuments(documents.map(toStoredOffer), { primaryKey: PRIMARY_KEY }))

  async function upsert(documents: readonly OfferDocument[]): Promise<void> {
    if (documents.length === 0 || !(await hasIndex(client, index))) return
    for (const document of documents) touched?.add(document.offerId)
    await Promise.all(targets().map((target) => put(target, documents)))
  }

  async function remove(offerIds: readonly string[]): Promise<void> {
    if (offerIds.length === 0 || !(await hasIndex(client, index))) return
    for (const offerId of offerIds) touched?.add(offerId)
    await Promise.all(targets().map((target) => done(client.index(target).deleteDocuments([...offerIds]))))
  }

  async function reindexAll(documents: AsyncIterable<OfferDocument>): Promise<number> {
    await client.deleteIndexIfExists(next)
    await createIndex(client, next)
    const late = new Set<string>()
    touched = late
    try {
      let count = 0
      for await (const batch of inBatches(documents, BATCH)) {
        const untouched = batch.filter((document) => !late.has(document.offerId))
        if (untouched.length > 0) await put(next, untouched)
        count += batch.length
      }
      if (!(await hasIndex(client, index))) await createIndex(client, index)
      await done(client.swapIndexes([{ indexes: [index, next], rename: false }]))
      return count
    } finally {
      touched = null
      await client.deleteIndexIfExists(next)
    }
  }

  return { upsert, remove, reindexAll }
}
