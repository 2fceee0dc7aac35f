import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDb } from '#app/db/client.server.ts'
import { closeRaw } from '#app/db/raw.server.ts'
import { parseAskedOffers } from '#app/domain/offer-search.ts'
import { getHomePage } from '#app/queries/home-page.server.ts'
import { getOfferSearch } from '#app/queries/offer-search.server.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createOccupation } from '#tests/factories/occupation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { makeDocument, offerIdOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { tapDatabase } from '#tests/setup/sql-tap.ts'

useTestDatabase()

let tap: Awaited<ReturnType<typeof tapDatabase>>
beforeAll(async () => {
  tap = await tapDatabase()
  await createTerritory()
  await createCommunes()
  await createOccupation()
})
afterAll(async () => {
  await closeRaw()
  await closeDb()
})

const search = (address: string) =>
  getOfferSearch(parseAskedOffers(new URLSearchParams(address)), { kind: 'anonymous' })
const titles = async (address: string) => (await search(address)).offers.map(({ title }) => title)

test('a search and the home page tell at once what the index has become', async () => {
  const offer = makeDocument('a', { title: 'Vendangeur', version: 1 })
  const home = async () => (await getHomePage()).offers.map(({ title }) => title)
  const shown = async () => [
    await titles(''),
    await titles('q=vendangeur'),
    await titles('lieu=Laon'),
    await home(),
  ]
  expect(await shown()).toEqual([[], [], [], []])
  await postgresEngine.upsert([offer])
  expect(await shown()).toEqual([[offer.title], [offer.title], [offer.title], [offer.title]])
  await postgresEngine.upsert([{ ...offer, title: 'Vendangeuse', version: 2 }])
  expect(await titles('')).toEqual(['Vendangeuse'])
  await postgresEngine.remove([offerIdOf('a')])
  expect(await shown()).toEqual([[], [], [], []])
})

test('a search seen before costs one statement, another at most three', async () => {
  await postgresEngine.upsert([makeDocument('b', { title: 'Cuisinier' })])
  await search('lieu=Laon')
  tap.take()
  await search('lieu=Laon')
  expect(tap.take()).toHaveLength(1)
  await search('lieu=Laon&rayon=50')
  expect(tap.take().length).toBeLessThanOrEqual(3)
})
