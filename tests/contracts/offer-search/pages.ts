import { beforeAll, describe, expect, it } from 'vitest'
import type { OfferSearchEngine } from '#search/port.ts'
import { LAON, makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { askOffers, north } from './offers.ts'

export function expectPages(engine: () => OfferSearchEngine) {
  describe('order and pages', () => {
    const { search } = askOffers(engine)
    const many = Array.from({ length: 137 }, (_, i) =>
      makeDocument(`cuisinier ${i}`, {
        title: 'Cuisinier de collectivité',
        publishedAt: new Date(Date.UTC(2026, 9, 1 + (i % 5))).toISOString(),
        ...north((i % 7) * 1000),
      }),
    )
    beforeAll(async () => {
      await engine().reindexAll(streamOf(many))
    })

    it.each(['relevance', 'date', 'distance'] as const)(
      'shows each offer once across the pages sorted by %s',
      async (sort) => {
        const near = sort === 'distance' ? { ...LAON, radiusKm: 50 } : null
        const seen: string[] = []
        for (let page = 1; page <= 14; page++) {
          const { hits, total } = await search({ text: 'cuisinier', near, sort, page, pageSize: 10 })
          expect(total).toBe(137)
          seen.push(...hits.map((hit) => hit.document.offerId))
        }
        expect(seen).toHaveLength(137)
        expect(new Set(seen).size).toBe(137)
        const again = await search({ text: 'cuisinier', near, sort, page: 2, pageSize: 10 })
        expect(again.hits.map((hit) => hit.document.offerId)).toEqual(seen.slice(10, 20))
      },
    )

    it.each(['relevance', 'date', 'distance'] as const)(
      'gives the hits of a page alone, as the search sorted by %s does',
      async (sort) => {
        const near = { ...LAON, radiusKm: 50 }
        for (const page of [1, 2, 14, 200]) {
          const asked = makeSearch({ text: 'cuisinier', near, sort, page, pageSize: 10 })
          expect(await engine().hits(asked)).toEqual((await engine().search(asked)).hits)
        }
        expect(await engine().hits(makeSearch({ text: 'astronaute' }))).toEqual([])
      },
    )

    it('sorts by date, the most recent first', async () => {
      const { hits } = await search({ sort: 'date', pageSize: 50 })
      const dates = hits.map((hit) => hit.document.publishedAt)
      expect(dates).toEqual([...dates].sort().reverse())
      expect(dates[0]).toBe('2026-10-05T00:00:00.000Z')
    })

    it('sorts by distance across pages', async () => {
      const near = { ...LAON, radiusKm: 50 }
      const distances: number[] = []
      for (let page = 1; page <= 3; page++)
        for (const hit of (await search({ near, sort: 'distance', page, pageSize: 50 })).hits)
          distances.push(hit.distanceKm ?? Number.NaN)
      expect(distances).toHaveLength(137)
      expect(distances).toEqual([...distances].sort((a, b) => a - b))
    })

    it('bounds pages: none before the first, 50 hits at most, nothing beyond the end', async () => {
      const first = await search({ page: 1 })
      expect((await search({ page: -3 })).hits).toEqual(first.hits)
      expect((await search({ pageSize: 5000 })).hits).toHaveLength(50)
      for (const page of [8, 99, 1_000_000_000, Number.MAX_SAFE_INTEGER]) {
        const beyond = await search({ page })
        expect({ hits: beyond.hits, total: beyond.total }).toEqual({ hits: [], total: 137 })
      }
    })

    it('stops counting at a thousand and says so', async () => {
      const thousand = Array.from({ length: 1000 }, (_, i) =>
        makeDocument(`plongeur ${i}`, { title: 'Plongeur' }),
      )
      await engine().reindexAll(streamOf(thousand))
      expect(await search({ text: 'plongeur' })).toMatchObject({ total: 1000, totalIsCapped: false })
      await engine().upsert([makeDocument('one more', { title: 'Plongeur' })])
      const capped = await search({ text: 'plongeur' })
      expect(capped).toMatchObject({ total: 1000, totalIsCapped: true })
      expect(capped.facets.kinds.job).toBe(1000)
      expect((await search({ text: 'plongeur', page: 20, pageSize: 50 })).hits).toHaveLength(50)
      expect((await search({ text: 'plongeur', page: 21, pageSize: 50 })).hits).toEqual([])
    })
  })
}
