import { expect, it } from 'vitest'
import { reindexSearchCommand } from '#scripts/reindex-search.ts'
import { searchEngine } from '#search/engine.server.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { makeSearch } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

it('rebuilds the index and says how many offers it holds', async () => {
  await createOffer({ title: 'Vitrier' })
  const lines: string[] = []
  expect(await reindexSearchCommand([], (line) => lines.push(line))).toBe(0)
  expect(lines).toEqual(['postgres: 1 offers indexed'])
  expect((await searchEngine().search(makeSearch({ text: 'vitrier' }))).total).toBe(1)
})
