import { beforeAll, describe, expect, it } from 'vitest'
import type { OfferSearchEngine } from '#search/port.ts'
import { offerIdOf, streamOf } from '#tests/search/documents.ts'
import { askOffers, documents } from './offers.ts'

export function expectHostileInput(engine: () => OfferSearchEngine) {
  describe('hostile input', () => {
    const { search } = askOffers(engine)
    beforeAll(async () => {
      await engine().reindexAll(streamOf(documents))
    })

    it.each([
      `'; drop table search.offer; --`,
      `" or 1=1 --`,
      `boulanger' & | ! ( ) <-> :* :ABCD`,
      '!!! & & | | ((((',
      'boulanger\u0000',
      '\u0000',
      '\ud800',
      '👩‍🍳🥖 boulanger 🥖',
      '🥖',
      '\\',
      `%_*?"'\`$1 $$`,
      '<script>alert(1)</script>',
      '‮boulanger',
      'ｂｏｕｌａｎｇｅｒ',
      'хлеб 面包 خبز',
    ])('answers %j', async (text) => {
      const { hits, total } = await search({ text })
      expect(total).toBe(hits.length)
      if (/boulanger|ｂｏｕ/.test(text) && !text.includes('ABCD'))
        expect(hits.map((hit) => hit.document.offerId)).toContain(offerIdOf('boulanger'))
    })

    it('keeps what it holds', async () => {
      expect((await search()).total).toBe(documents.length)
    })

    it('lets no filter break out', async () => {
      for (const code of [
        `D1102'] OR kind = "job`,
        `') or true --`,
        '\u0000',
        '[]',
        'D1102 OR offerId EXISTS',
      ])
        expect((await search({ occupationCodes: [code] })).total).toBe(0)
    })

    it.each([
      ['one endless word', 'x'.repeat(10_000)],
      ['many words', 'boulanger maçon vendanges '.repeat(400)],
      ['many different words', Array.from({ length: 1500 }, (_, i) => `mot${i}`).join(' ')],
      ['operators', '('.repeat(10_000)],
      ['emoji', '🥖'.repeat(5000)],
    ])('answers a query of 10,000 characters quickly: %s', async (_, text) => {
      const start = performance.now()
      await search({ text })
      expect(performance.now() - start).toBeLessThan(1000)
    })
  })
}
