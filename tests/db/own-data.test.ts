import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { OWN_DATA_SOURCES, readOwnData } from '#app/db/own-data.server.ts'
import { LEFT_OUT, OWN_DATA_PARTS } from '#app/domain/own-data.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { listPersonalColumns } from '#tests/setup/catalogue.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { unknownId } from '#tests/setup/request.ts'

useTestDatabase()

/** What opens something, and what the key to it is made of. */
const SECRETS = /hash|token|secret|last_step|"id"/

test('every column that leads to a person is in the copy, or left out for a reason', async () => {
  const read = Object.values(OWN_DATA_SOURCES).flatMap(({ columns }) => columns)
  const known = (await listPersonalColumns()).map(({ table, column }) => `${table}.${column}`)
  expect(known.filter((column) => !read.includes(column) && !(column in LEFT_OUT))).toEqual([])
  expect([...read, ...Object.keys(LEFT_OUT)].filter((column) => !known.includes(column))).toEqual([])
})

test('somebody with a row everywhere reads each part, and nothing that opens anything', async () => {
  const { account } = await createWholePerson({ sentence: 'Je viens à vélo.' })
  const data = await readOwnData(db(), account.id)
  expect(OWN_DATA_PARTS.filter((part) => data[part].length === 0)).toEqual([])
  expect(JSON.stringify(data)).not.toMatch(SECRETS)
  expect(data.account).toMatchObject([{ first_name: account.firstName, phone: account.phone }])
  expect(JSON.stringify(data.applications)).toContain('Je viens à vélo.')
})

test('nobody reads somebody else, and an unknown account has nothing', async () => {
  const one = await createWholePerson({
    firstName: 'Oriane',
    lastName: 'Quemper',
    sentence: 'Phrase d’Oriane.',
  })
  const other = await createWholePerson()
  const copy = JSON.stringify(await readOwnData(db(), other.account.id))
  for (const mark of ['Oriane', 'Quemper', 'Phrase d’Oriane.', one.account.phone ?? 'x', one.account.id])
    expect(copy).not.toContain(mark)
  const nothing = await readOwnData(db(), unknownId())
  expect(Object.values(nothing).flat()).toEqual([])
})
