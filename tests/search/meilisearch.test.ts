import { Meilisearch } from 'meilisearch'
import { afterAll, describe } from 'vitest'
import { createMeilisearchEngine } from '#search/meilisearch/engine.server.ts'
import { offerSearchContract } from '#tests/contracts/offer-search.ts'

const url = process.env.MEILI_URL
const key = process.env.MEILI_KEY
const index = `test_offers_${process.pid}`

describe.skipIf(!url)('the Meilisearch engine', () => {
  afterAll(async () => {
    const client = new Meilisearch({ host: url ?? '', apiKey: key ?? '' })
    await client.deleteIndexIfExists(index)
  })
  offerSearchContract(() => createMeilisearchEngine({ url: url ?? '', key, index, searchLimitMs: 5000 }))
})
