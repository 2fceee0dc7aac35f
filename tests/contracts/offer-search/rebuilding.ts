import { describe, expect, it } from 'vitest'
import type { OfferDocument } from '#search/offer-document.ts'
import type { OfferSearchEngine } from '#search/port.ts'
import { makeDocument, makeSearch, streamOf } from '#tests/search/documents.ts'
import { askOffers, documents, ids } from './offers.ts'

export function expectRebuilding(engine: () => OfferSearchEngine) {
  describe('rebuilding', () => {
    const { search, found } = askOffers(engine)
    const fleet = Array.from({ length: 300 }, (_, i) =>
      makeDocument(`chauffeur ${i}`, { title: 'Chauffeur de bus' }),
    )

    it('replaces the whole content and says how many', async () => {
      await engine().reindexAll(streamOf([...documents, ...fleet]))
      expect(await engine().reindexAll(streamOf(fleet))).toBe(300)
      expect((await search()).total).toBe(300)
      expect(await found({ text: 'boulanger' })).toEqual([])
    })

    it('goes on answering from a whole index meanwhile', async () => {
      await engine().reindexAll(streamOf(fleet))
      let isDone = false
      async function* slowly() {
        for (const [i, document] of fleet.entries()) {
          if (i % 60 === 0) await new Promise((resolve) => setTimeout(resolve, 20))
          yield document
        }
      }
      const rebuilding = engine()
        .reindexAll(slowly())
        .finally(() => {
          isDone = true
        })
      const totals: number[] = []
      while (!isDone) totals.push((await search({ text: 'chauffeur' })).total)
      await rebuilding
      expect(totals.length).toBeGreaterThan(3)
      expect(new Set(totals)).toEqual(new Set([300]))
    })

    it('keeps what is put, and not what is removed, while it rebuilds', async () => {
      await engine().reindexAll(streamOf(fleet))
      const late = makeDocument('late', { title: 'Ramoneur' })
      const closed = fleet[0] as OfferDocument
      async function* withWriters() {
        yield* fleet.slice(0, 150)
        await engine().upsert([late])
        await engine().remove([closed.offerId])
        yield* fleet.slice(150)
      }
      await engine().reindexAll(withWriters())
      expect(await found({ text: 'ramoneur' })).toEqual(ids('late'))
      expect((await search({ text: 'chauffeur' })).total).toBe(299)
    })

    it('can be emptied', async () => {
      expect(await engine().reindexAll(streamOf([]))).toBe(0)
      expect((await search()).total).toBe(0)
      expect(await engine().points(makeSearch())).toEqual([])
    })
  })
}
