import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeRaw } from '#app/db/raw.server.ts'
import type { OfferSearch } from '#search/port.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { copyOffer, endCopies, newestFirst } from '#tests/search/copies.ts'
import { LAON, makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

// Two trades of which many offers match: one stands among the most recent offers, the other behind 24,000 of the same contract.
beforeAll(async () => {
  const tisserands = [
    makeDocument('open-ended', { title: 'Tisserand', contract: 'cdi' }),
    makeDocument('fixed term', { title: 'Tisserand', contract: 'cdd' }),
    makeDocument('later', { title: 'Tisserand', contract: 'cdd', startsOn: '2027-06-01' }),
    makeDocument('elsewhere', { title: 'Tisserand', latitude: 49.2 }),
  ]
  const others = [
    makeDocument('between', { title: 'Vannier', contract: 'cdd' }),
    makeDocument('behind', { title: 'Luthier', contract: 'cdd' }),
  ]
  await postgresEngine.reindexAll(streamOf([...tisserands, ...others]))
  for (const name of ['open-ended', 'fixed term', 'later', 'elsewhere'])
    await copyOffer(name, { count: 5000, minutesApart: 0.01, afterMinutes: 0 })
  await copyOffer('between', { count: 24_000, minutesApart: 0.01, afterMinutes: 1000 })
  await copyOffer('behind', { count: 8000, minutesApart: 0.01, afterMinutes: 5000 })
  await endCopies()
})

const idsOf = async (search: Partial<OfferSearch>) =>
  (await postgresEngine.search(makeSearch(search))).hits.map(({ document }) => document.offerId)

describe.each([1, 2, 9, 20])('page %i of the most recent that an index lets through', (page) => {
  const pageIn = (ids: string[]) => ids.slice((page - 1) * 50, page * 50)

  it.each<[string, Partial<OfferSearch>, string]>([
    ['a contract', { contracts: ['cdd'] }, `contract = 'cdd'`],
    ['several contracts', { contracts: ['cdi', 'interim'] }, `contract in ('cdi', 'interim')`],
    [
      'a contract and a start',
      { contracts: ['cdd'], startsBy: '2027-01-01' },
      `contract = 'cdd' and coalesce(starts_on, '-infinity') <= '2027-01-01'`,
    ],
    ['a place', { near: { ...LAON, radiusKm: 20 } }, 'latitude > 49.5'],
    [
      'a place and a contract',
      { near: { ...LAON, radiusKm: 20 }, contracts: ['cdi'] },
      `latitude > 49.5 and contract = 'cdi'`,
    ],
  ])('is the one of %s', async (_, asked, condition) => {
    const expected = pageIn(await newestFirst('Tisserand', condition))
    expect(await idsOf({ text: 'tisserand', page, pageSize: 50, ...asked })).toEqual(expected)
    expect(await idsOf({ text: 'tisserand', page, pageSize: 50, sort: 'date', ...asked })).toEqual(expected)
  })
})

it('is filled when those let through and looked into hold too few', async () => {
  const expected = (await newestFirst('Luthier')).slice(0, 50)
  expect(await idsOf({ text: 'luthier', contracts: ['cdd'], pageSize: 50 })).toEqual(expected)
})
