import { afterAll, describe } from 'vitest'
import { closeRaw } from '#app/db/raw.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { offerSearchContract } from '#tests/contracts/offer-search.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

describe('the PostgreSQL engine', () => {
  offerSearchContract(() => postgresEngine)
})
