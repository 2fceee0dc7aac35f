import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeRaw } from '#app/db/raw.server.ts'
import { distanceKm } from '#app/domain/geo.ts'
import { CONTRACTS } from '#app/domain/offer.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferSearch } from '#search/port.ts'
import { areasAround } from '#search/postgres/cells.ts'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { LAON, makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
afterAll(closeRaw)

const NEAR = { ...LAON, radiusKm: 15 }

// A third say the trade in their title, which answers better; days and places come again and again.
const offers = Array.from({ length: 300 }, (_, i) =>
  makeDocument(`around ${i}`, {
    title: i % 3 === 0 ? 'Sabotier' : 'Artisan',
    description: 'Avec un sabotier.',
    contract: i % 2 === 0 ? 'cdi' : 'cdd',
    publishedAt: new Date(Date.UTC(2026, 9, 1 + (i % 17))).toISOString(),
    latitude: LAON.latitude + ((i * 7) % 11) / 25 - 0.213,
    longitude: LAON.longitude + ((i * 5) % 13) / 20 - 0.307,
  }),
)

beforeAll(() => postgresEngine.reindexAll(streamOf(offers)))

const kmOf = ({ latitude, longitude }: OfferDocument) =>
  latitude === null || longitude === null ? Number.NaN : distanceKm(NEAR, { latitude, longitude })
const byId = (a: OfferDocument, b: OfferDocument) => (a.offerId < b.offerId ? -1 : 1)
const byAge = (a: OfferDocument, b: OfferDocument) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt)
const byTitle = (a: OfferDocument, b: OfferDocument) => b.title.localeCompare(a.title)

const ORDERS = {
  relevance: (a: OfferDocument, b: OfferDocument) => byTitle(a, b) || byAge(a, b) || byId(a, b),
  date: (a: OfferDocument, b: OfferDocument) => byAge(a, b) || byId(a, b),
  distance: (a: OfferDocument, b: OfferDocument) => kmOf(a) - kmOf(b) || byId(a, b),
}

it.each(
  (['relevance', 'date', 'distance'] as const).flatMap((sort) => [
    { sort, contracts: [] },
    { sort, contracts: ['cdd' as const] },
  ]),
)('puts all that words find around a place in one order: $sort $contracts', async ({ sort, contracts }) => {
  const within = offers.filter((offer) => kmOf(offer) <= NEAR.radiusKm)
  const isChosen = ({ contract }: OfferDocument) => contracts.length === 0 || contract === 'cdd'
  const expected = within.filter(isChosen).sort(ORDERS[sort])
  const asked: Partial<OfferSearch> = { text: 'sabotier', near: NEAR, sort, contracts, pageSize: 20 }
  const found = []
  for (let page = 1; page <= Math.ceil(expected.length / 20) + 1; page++)
    found.push(await postgresEngine.search(makeSearch({ ...asked, page })))
  const ids = found.flatMap(({ hits }) => hits.map(({ document }) => document.offerId))
  expect(ids).toEqual(expected.map(({ offerId }) => offerId))
  for (const { total, facets } of found) {
    expect(total).toBe(expected.length)
    const counts = CONTRACTS.map((one) => within.filter(({ contract }) => contract === one).length)
    expect(CONTRACTS.map((one) => facets.contracts[one])).toEqual(counts)
  }
})

it('asks for more than one area, so that they are looked up in two halves', () => {
  expect(areasAround(NEAR)?.length).toBeGreaterThan(1)
})
