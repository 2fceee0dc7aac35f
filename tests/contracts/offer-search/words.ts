import { beforeAll, describe, expect, it } from 'vitest'
import type { OfferSearchEngine } from '#search/port.ts'
import { offerIdOf, streamOf } from '#tests/search/documents.ts'
import { askOffers, documents, ids } from './offers.ts'

export function expectWords(engine: () => OfferSearchEngine) {
  describe('words', () => {
    const { search, found } = askOffers(engine)
    beforeAll(async () => {
      await engine().reindexAll(streamOf(documents))
    })

    it.each<[string, string[]]>([
      ['boulangere', ['boulanger', 'boulangère']],
      ['BOULANGÈRE', ['boulanger', 'boulangère']],
      ['bulanger', ['boulanger', 'boulangère']],
      ['boulangr', ['boulanger', 'boulangère']],
      ['macon', ['maçon', 'maçonne']],
      ['maçons', ['maçon', 'maçonne']],
      ['maçno', ['maçon', 'maçonne']],
      ['femme de menage', ['ménage']],
      ['femme de menaje', ['ménage']],
      ['vendanges', ['vendange']],
      ['vandange', ['vendange']],
      ['raisins', ['vendange']],
      ['electrissien', ['électricien']],
      ['chateau thierry', ['vendange']],
      ['epicerie', ['bénévole']],
    ])('finds %j through accents, slips and plurals', async (text, names) => {
      expect(await found({ text })).toEqual(ids(...names))
    })

    it.each<[string, string[]]>([
      ['agent d’entretien', ['ménage']],
      ['aide familiale vendangeur', []],
      ['cueillette du raisin', ['vendange']],
      ['boulangerie', ['boulanger', 'boulangère']],
      ['volontariat', ['bénévole']],
    ])('finds %j through synonyms', async (text, names) => {
      if (names.length > 0) expect(await found({ text })).toEqual(ids(...names))
      else expect(await found({ text })).toContain(offerIdOf('vendange'))
    })

    it('finds the other gender of an occupation', async () => {
      expect(await found({ text: 'serveuse' })).toEqual(ids('serveur'))
      expect(await found({ text: 'électricienne' })).toEqual(ids('électricien'))
    })

    it.each<[string, string[]]>([
      ['bou', ['boulanger', 'boulangère']],
      ['boulang', ['boulanger', 'boulangère']],
      ['vend', ['vendange']],
      ['accueil soli', ['bénévole']],
      ['maçon chan', ['maçon']],
    ])('takes the last word of %j as a beginning', async (text, names) => {
      expect(await found({ text })).toEqual(ids(...names))
    })

    it('wants every word, and ranks the title above the rest', async () => {
      expect(await found({ text: 'boulanger soissons' })).toEqual(ids('boulangère'))
      const { hits } = await search({ text: 'maçonnerie' })
      expect(hits).not.toHaveLength(0)
      const [first] = (await search({ text: 'maçon chantier' })).hits
      expect(first?.document.offerId).toBe(offerIdOf('maçon'))
    })

    it('falls back to some of the words when no offer holds them all', async () => {
      const { hits } = await search({ text: 'serveur sous-marin nucléaire' })
      expect(hits[0]?.document.offerId).toBe(offerIdOf('serveur'))
    })

    it('ignores empty words, and shows everything without words', async () => {
      expect(await found({ text: 'les' })).toHaveLength(documents.length)
      expect(await found({ text: '   ' })).toHaveLength(documents.length)
      expect(await found({ text: 'je cherche un emploi de serveur' })).toEqual(ids('serveur'))
    })

    it('answers nothing with a total of 0 and every count at 0', async () => {
      const { hits, total, totalIsCapped, facets } = await search({ text: 'zzyzxqw' })
      expect({ hits, total, totalIsCapped }).toEqual({ hits: [], total: 0, totalIsCapped: false })
      expect(facets.kinds).toEqual({ job: 0, clause: 0, seasonal: 0, volunteering: 0 })
      expect(Object.values(facets.contracts).every((count) => count === 0)).toBe(true)
    })

    it('names itself and hands out the documents as they were given', async () => {
      const result = await search({ text: 'fournil remparts' })
      expect(result.engine).toBe(engine().name)
      expect(result.hits).toEqual([{ document: documents[0], distanceKm: null }])
    })
  })
}
