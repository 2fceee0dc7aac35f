import { beforeAll, describe, expect, it } from 'vitest'
import { distanceKm } from '#app/domain/geo.ts'
import type { OfferSearchEngine } from '#search/port.ts'
import { LAON, makeDocument, makeSearch, offerIdOf, streamOf } from '#tests/search/documents.ts'
import { askOffers, north } from './offers.ts'

export function expectDistance(engine: () => OfferSearchEngine) {
  describe('distance', () => {
    const { search } = askOffers(engine)
    const circle = { ...LAON, radiusKm: 10 }
    const around = [
      makeDocument('centre', LAON),
      makeDocument('inside by a metre', north(9999)),
      makeDocument('outside by a metre', north(10_001)),
      makeDocument('near the edge', north(9999.5)),
      makeDocument('beyond the edge', north(10_000.5)),
      makeDocument('far', north(80_000)),
      makeDocument('nowhere', { latitude: null, longitude: null }),
    ]
    const east = [5, 25, 50, 100].flatMap((radiusKm) => {
      // Due east along a parallel: solved by halving until the distance is right to a tenth of a millimetre.
      const at = (metres: number) => {
        let [low, high] = [0, 10]
        for (let i = 0; i < 60; i++) {
          const middle = (low + high) / 2
          const position = { latitude: LAON.latitude, longitude: LAON.longitude + middle }
          if (distanceKm(LAON, position) * 1000 < metres) low = middle
          else high = middle
        }
        return { latitude: LAON.latitude, longitude: LAON.longitude + low }
      }
      return [
        { radiusKm, isInside: true, name: `east in ${radiusKm}`, position: at(radiusKm * 1000 - 1) },
        { radiusKm, isInside: false, name: `east out ${radiusKm}`, position: at(radiusKm * 1000 + 1) },
      ]
    })

    beforeAll(async () => {
      await engine().reindexAll(
        streamOf([...around, ...east.map(({ name, position }) => makeDocument(name, position))]),
      )
    })

    it('keeps what lies within the radius, to the metre on both sides of the edge', async () => {
      const { hits, total } = await search({ near: circle, sort: 'distance' })
      const names = hits.map((hit) => hit.document.title)
      expect(names).toEqual(['centre', 'east in 5', 'east out 5', 'inside by a metre', 'near the edge'])
      expect(total).toBe(5)
    })

    it.each(east)(
      'is right to the metre eastwards at $radiusKm km: $name',
      async ({ radiusKm, isInside, name }) => {
        const names = (await search({ near: { ...LAON, radiusKm }, pageSize: 50 })).hits.map(
          (hit) => hit.document.title,
        )
        expect(names.includes(name)).toBe(isInside)
      },
    )

    it('counts only what lies within the radius', async () => {
      expect((await search({ near: circle })).facets.kinds.job).toBe(5)
    })

    it('sorts by distance, gives it in km, and leaves out offers without a place', async () => {
      const { hits } = await search({ near: { ...LAON, radiusKm: 100 }, sort: 'distance' })
      const distances = hits.map((hit) => hit.distanceKm ?? Number.NaN)
      expect(distances).toEqual([...distances].sort((a, b) => a - b))
      expect(distances[0]).toBe(0)
      expect(distances[1]).toBeCloseTo(4.999, 6)
      expect(hits.map((hit) => hit.document.title)).not.toContain('nowhere')
    })

    it('finds offers without a place when no distance is asked', async () => {
      const { hits } = await search({ text: 'nowhere' })
      expect(hits.map((hit) => hit.distanceKm)).toEqual([null])
    })

    it('gives light points for the map, within the radius', async () => {
      const points = await engine().points(makeSearch({ near: circle }))
      expect(points.map((point) => point.title).sort()).toEqual(
        ['centre', 'east in 5', 'east out 5', 'inside by a metre', 'near the edge'].sort(),
      )
      expect(points.find((point) => point.title === 'centre')).toEqual({
        offerId: offerIdOf('centre'),
        kind: 'job',
        title: 'centre',
        ...LAON,
      })
    })

    it('gives no point to an offer without a place', async () => {
      expect(await engine().points(makeSearch({ text: 'nowhere' }))).toEqual([])
    })
  })
}
