import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeRaw, queryRows } from '#app/db/raw.server.ts'
import { distanceKm } from '#app/domain/geo.ts'
import type { OfferSearch } from '#search/port.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { copyOffer, endCopies, newestFirst } from '#tests/search/copies.ts'
import { LAON, makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

// The engine looks at one offer in 128 to know how broad a search is.
const SAMPLED = '(uuid_hash(id) & 127) = 0'
const MONTH_OF_OFFERS = { count: 8000, minutesApart: 5, afterMinutes: 0 }

const around = Array.from({ length: 80 }, (_, i) =>
  makeDocument(`around ${i}`, {
    title: 'Sabotier',
    latitude: LAON.latitude + ((i * 7) % 11) / 25 - 0.2,
    longitude: LAON.longitude + ((i * 5) % 13) / 20 - 0.3,
  }),
)

beforeAll(async () => {
  const models = ['Vannier', 'Luthier'].map((title) => makeDocument(title))
  await postgresEngine.reindexAll(streamOf([...models, ...around]))
  await copyOffer('Vannier', MONTH_OF_OFFERS)
  await copyOffer('Luthier', { count: 40, minutesApart: 240, afterMinutes: 0, ids: SAMPLED })
  await copyOffer('Luthier', { count: 5000, minutesApart: 1, afterMinutes: 9600, ids: `not (${SAMPLED})` })
  await endCopies()
  // As if millions of other offers stood between these: they are too far apart to be walked to.
  await queryRows(`update pg_class set reltuples = 5000000 where oid = 'search.offer'::regclass`)
})

const idsOf = async (search: Partial<OfferSearch>) =>
  (await postgresEngine.search(makeSearch(search))).hits.map(({ document }) => document.offerId)

describe('when thousands of offers spread over a month match', () => {
  it.each([1, 2, 12, 20])('shows the most recent first, without a gap, on page %i', async (page) => {
    const expected = (await newestFirst('Vannier')).slice((page - 1) * 50, page * 50)
    expect(await idsOf({ text: 'vannier', page, pageSize: 50 })).toEqual(expected)
    expect(await idsOf({ text: 'vannier', page, pageSize: 50, sort: 'date' })).toEqual(expected)
  })

  it('fills the page when the sample promised more recent ones than there are', async () => {
    const expected = (await newestFirst('Luthier')).slice(0, 50)
    expect(await idsOf({ text: 'luthier', pageSize: 50 })).toEqual(expected)
  })
})

it.each([0, 4, 9, 16, 40])('finds by words all that are within %i km, and no other', async (radiusKm) => {
  const within = around.filter(
    ({ latitude, longitude }) =>
      latitude !== null && longitude !== null && distanceKm(LAON, { latitude, longitude }) <= radiusKm,
  )
  const { total } = await postgresEngine.search(makeSearch({ text: 'sabotier', near: { ...LAON, radiusKm } }))
  expect(total).toBe(within.length)
})

it('keeps the day and the area of each offer among its words, as the database counts them', async () => {
  const [row] = await queryRows<{ held: number; all: number }>(
    `select count(*)::int as all, count(*) filter (where words @@ ('''day:' || search.day(published_at) || '''')::tsquery
       and words @@ ('''area:' || search.area(cell) || '''')::tsquery)::int as held
     from search.offer`,
  )
  expect(row?.held).toBe(row?.all)
})
