import { beforeAll, describe, expect, it } from 'vitest'
import type { OfferSearch, OfferSearchEngine } from '#search/port.ts'
import { streamOf } from '#tests/search/documents.ts'
import { askOffers, documents, ids } from './offers.ts'

export function expectFilters(engine: () => OfferSearchEngine) {
  describe('filters and their counts', () => {
    const { search, found } = askOffers(engine)
    beforeAll(async () => {
      await engine().reindexAll(streamOf(documents))
    })

    it.each<[string, Partial<OfferSearch>, string[]]>([
      ['a kind', { kinds: ['clause'] }, ['maçon']],
      ['two kinds', { kinds: ['clause', 'seasonal'] }, ['maçon', 'vendange']],
      ['a contract', { contracts: ['interim'] }, ['maçonne', 'électricien']],
      ['an occupation', { occupationCodes: ['D1102'] }, ['boulanger', 'boulangère']],
      ['two occupations', { occupationCodes: ['D1102', 'A1401'] }, ['boulanger', 'boulangère', 'vendange']],
      ['a kind and a contract', { kinds: ['job'], contracts: ['cdd'] }, ['boulangère', 'serveur']],
      ['words and a contract', { text: 'boulanger', contracts: ['cdd'] }, ['boulangère']],
      ['filters that exclude each other', { kinds: ['volunteering'], contracts: ['cdi'] }, []],
      ['an unknown occupation', { occupationCodes: ['Z9999'] }, []],
    ])('filters by %s', async (_, changes, names) => {
      expect(await found(changes)).toEqual(ids(...names))
      expect((await search(changes)).total).toBe(names.length)
    })

    it('keeps offers starting by a day, or as soon as possible', async () => {
      const started = ['ménage', 'maçon', 'maçonne', 'bénévole', 'serveur', 'électricien']
      expect(await found({ startsBy: '2026-11-30' })).toEqual(ids(...started))
      expect(await found({ startsBy: '2026-12-01' })).toEqual(ids(...started, 'boulanger'))
      expect(await found({ startsBy: '2026-11-19' })).toEqual(ids(...started.slice(1)))
    })

    it('counts each value with the other filters applied', async () => {
      const { facets } = await search()
      expect(facets.kinds).toEqual({ job: 6, clause: 1, seasonal: 1, volunteering: 1 })
      expect(facets.contracts).toEqual({
        cdi: 2,
        cdd: 2,
        interim: 2,
        cddi: 1,
        pec_cae: 0,
        cui_cie: 0,
        apprentissage: 0,
        professionnalisation: 0,
        other: 0,
      })
      expect(facets.occupations).toEqual({ D1102: 2, F1703: 2, K1304: 1, A1401: 1 })
    })

    it('keeps counting the other values of a filter in use', async () => {
      const { facets, total } = await search({ kinds: ['clause'] })
      expect(total).toBe(1)
      expect(facets.kinds).toEqual({ job: 6, clause: 1, seasonal: 1, volunteering: 1 })
      expect(facets.contracts).toMatchObject({ cdi: 0, cddi: 1 })
      expect(facets.occupations).toEqual({ F1703: 1 })
      const both = await search({ kinds: ['job'], contracts: ['cdd'], occupationCodes: ['D1102'] })
      expect(both.total).toBe(1)
      expect(both.facets.kinds).toEqual({ job: 1, clause: 0, seasonal: 0, volunteering: 0 })
      expect(both.facets.contracts).toMatchObject({ cdi: 1, cdd: 1, interim: 0 })
      expect(both.facets.occupations).toEqual({ D1102: 1 })
    })

    it('promises by each count what choosing the value then shows', async () => {
      const { facets } = await search({ text: 'bâtiment' })
      for (const kind of ['job', 'clause', 'seasonal', 'volunteering'] as const)
        expect((await search({ text: 'bâtiment', kinds: [kind] })).total).toBe(facets.kinds[kind])
      for (const contract of ['cdi', 'interim', 'cddi'] as const)
        expect((await search({ text: 'bâtiment', contracts: [contract] })).total).toBe(
          facets.contracts[contract],
        )
    })
  })
}
