import { expect, test } from 'vitest'
import { queryRows } from '#app/db/raw.server.ts'
import { forgetWords } from '#search/postgres/forget-words.server.ts'
import { removeDocuments, writeDocuments } from '#search/postgres/write-documents.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { makeDocument } from './documents.ts'

useTestDatabase()

const words = () =>
  queryRows<{ word: string; stem: string }>('select word, stem from search.lexicon order by word')

test('a word is written once, and again after it was forgotten, by a process that has met it before', async () => {
  const [first, second] = [makeDocument('cuisinières'), makeDocument('autre', { title: 'Cuisinières' })]
  await writeDocuments([first])
  const before = await words()
  expect(before).toContainEqual({ word: 'cuisinieres', stem: 'cuisinier' })
  await Promise.all([writeDocuments([second]), writeDocuments([second]), writeDocuments([first])])
  expect((await words()).filter(({ word }) => word === 'cuisinieres')).toHaveLength(1)
  await removeDocuments([first.offerId, second.offerId])
  await forgetWords()
  expect(await words()).toEqual([])
  await writeDocuments([first])
  expect(await words()).toEqual(before)
})
