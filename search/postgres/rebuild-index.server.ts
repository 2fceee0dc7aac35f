import { queryRows } from '#app/db/raw.server.ts'
import { inBatches } from '#search/batches.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import { writeDocuments } from './write-documents.server.ts'

const BATCH = 500

/**
 * Rewrites every document in place, then drops the rows and words that none of them brought: the index is whole at each
 * moment. Returns how many documents there were.
 */
export async function rebuildIndex(documents: AsyncIterable<OfferDocument>): Promise<number> {
  const [clock] = await queryRows<{ now: string }>('select clock_timestamp()::text as now')
  const rebuiltSince = clock?.now ?? ''
  const seen = new Set<string>()
  let count = 0
  for await (const batch of inBatches(documents, BATCH)) {
    await writeDocuments(batch, { rebuiltSince, seen })
    count += batch.length
  }
  await queryRows('delete from search.offer where indexed_at < $1::timestamptz', [rebuiltSince])
  await queryRows(
    `delete from search.offer where offer_id in (
       select offer_id from search.removed where removed_at >= $1::timestamptz)`,
    [rebuiltSince],
  )
  await queryRows(`delete from search.removed where removed_at < $1::timestamptz - interval '1 day'`, [
    rebuiltSince,
  ])
  await queryRows('delete from search.lexicon where indexed_at < $1::timestamptz', [rebuiltSince])
  await queryRows('analyze search.offer, search.lexicon')
  return count
}
