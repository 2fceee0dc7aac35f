import { queryRows } from '#app/db/raw.server.ts'
import { inBatches } from '#search/batches.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import { writeDocuments } from './write-documents.server.ts'

const BATCH = 500
// While PostgreSQL writes one batch the next is prepared.
const WRITERS = 3

/**
 * Rewrites every document in place, then drops the rows and words that none of them brought: the index is whole at each
 * moment. Returns how many documents there were.
 */
export async function rebuildIndex(documents: AsyncIterable<OfferDocument>): Promise<number> {
  const [clock] = await queryRows<{ now: string }>('select clock_timestamp()::text as now')
  const rebuiltSince = clock?.now ?? ''
  const stems = new Map<string, string>()
  let count = 0
  const batches = inBatches(documents, BATCH)
  const write = async () => {
    for await (const batch of batches) {
      await writeDocuments(batch, { rebuiltSince, stems })
      count += batch.length
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
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
