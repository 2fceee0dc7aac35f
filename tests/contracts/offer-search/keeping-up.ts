import { beforeAll, describe, expect, it } from 'vitest'
import type { OfferSearchEngine } from '#search/port.ts'
import { makeDocument, makeSearch, offerIdOf, streamOf } from '#tests/search/documents.ts'
import { askOffers, documents, ids, north } from './offers.ts'

export function expectKeepingUp(engine: () => OfferSearchEngine) {
  describe('keeping up', () => {
    const { search, found } = askOffers(engine)
    beforeAll(async () => {
      await engine().reindexAll(streamOf(documents))
    })

    it('finds an offer as soon as it is put, once however often it is put', async () => {
      const offer = makeDocument('soudeur', { title: 'Soudeur à l’arc' })
      await engine().upsert([offer, offer])
      await engine().upsert([offer])
      expect(await found({ text: 'soudeur' })).toEqual(ids('soudeur'))
    })

    it('corrects towards words it has just learnt', async () => {
      await engine().upsert([makeDocument('chaudronnier', { title: 'Chaudronnier' })])
      expect(await found({ text: 'chodronnier' })).toEqual(ids('chaudronnier'))
    })

    it('replaces an edited offer: its former words no longer find it', async () => {
      await engine().upsert([makeDocument('fleuriste', { title: 'Fleuriste' })])
      await engine().upsert([makeDocument('fleuriste', { title: 'Horloger', version: 2, kind: 'clause' })])
      expect(await found({ text: 'horloger' })).toEqual(ids('fleuriste'))
      expect(await found({ text: 'fleuriste' })).toEqual([])
      expect(await found({ text: 'horloger', kinds: ['job'] })).toEqual([])
    })

    it('forgets a closed offer, and forgetting twice or an unknown one is no error', async () => {
      await engine().upsert([makeDocument('sabotier', { title: 'Sabotier', ...north(3000) })])
      await engine().remove([offerIdOf('sabotier')])
      await engine().remove([offerIdOf('sabotier'), offerIdOf('never seen')])
      expect(await found({ text: 'sabotier' })).toEqual([])
      const points = await engine().points(makeSearch())
      expect(points.map((point) => point.offerId)).not.toContain(offerIdOf('sabotier'))
    })

    it('takes empty lists', async () => {
      await engine().upsert([])
      await engine().remove([])
      expect((await search()).total).toBeGreaterThan(0)
    })

    it('converges when many write the same offers at once', async () => {
      const group = Array.from({ length: 30 }, (_, i) =>
        makeDocument(`tonnelier ${i}`, { title: 'Tonnelier' }),
      )
      const shuffled = [...group].reverse()
      await Promise.all([
        engine().upsert(group),
        engine().upsert(shuffled),
        engine().upsert(group.slice(10)),
        engine().upsert(shuffled.slice(5)),
        ...group.slice(0, 5).map((document) => engine().upsert([document])),
      ])
      expect((await search({ text: 'tonnelier' })).total).toBe(30)
      await Promise.all([
        engine().remove(group.slice(0, 20).map((document) => document.offerId)),
        engine().remove(shuffled.map((document) => document.offerId)),
      ])
      expect((await search({ text: 'tonnelier' })).total).toBe(0)
    })
  })
}
