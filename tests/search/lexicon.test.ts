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

test('documents and words wait for no disk, and whoever uses the connection next does', async () => {
  await queryRows('create table seen (place text, setting text)')
  await queryRows(`create function see() returns trigger language plpgsql as $$ begin
    insert into seen values (tg_table_name, current_setting('synchronous_commit')); return null; end $$`)
  for (const table of ['offer_document', 'lexicon'])
    await queryRows(`create trigger see after insert on search.${table} execute function see()`)
  await queryRows(`select set_config('synchronous_commit', 'on', false)`)
  const first = makeDocument('maraîchage')
  const seen = () => queryRows('select distinct place, setting from seen order by place')
  const bothUnhurried = [
    { place: 'lexicon', setting: 'off' },
    { place: 'offer_document', setting: 'off' },
  ]
  await writeDocuments([first])
  expect(await seen()).toEqual(bothUnhurried)
  await queryRows('truncate seen')
  await writeDocuments([{ ...first, version: first.version + 1 }])
  expect(await seen()).toEqual(bothUnhurried)
  expect(await queryRows(`select current_setting('synchronous_commit') as setting`)).toEqual([
    { setting: 'on' },
  ])
})
