import { Meilisearch } from 'meilisearch'
import { afterAll, describe, inject } from 'vitest'
import { createMeilisearchEngine } from '#search/meilisearch/engine.server.ts'
import { offerSearchContract } from '#tests/contracts/offer-search.ts'

const server = inject('meilisearch')
const { url, key } = server ?? { url: '', key: undefined }
const index = `test_offers_${process.pid}`

describe.skipIf(!server)('the Meilisearch engine', () => {
  afterAll(async () => {
    await new Meilisearch({ host: url, ...(key && { apiKey: key }) }).deleteIndexIfExists(index)
  })
  offerSearchContract(() => createMeilisearchEngine({ url, key, index, searchLimitMs: 5000 }))
})
