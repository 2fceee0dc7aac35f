import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SYNONYM_GROUPS, synonymMap, toTerms } from '#search/synonyms.ts'
import { otherGenderForms, queryWords, splitWords } from '#search/words.ts'

describe('words', () => {
  it('have neither accents, capitals nor ligatures', () => {
    expect(splitWords('Œuvrer À l’Épicerie — mi-temps, 35h !')).toEqual([
      'oeuvrer',
      'a',
      'l',
      'epicerie',
      'mi',
      'temps',
      '35h',
    ])
  })

  it('of a query leave out what says nothing, repeat nothing and stop at twelve', () => {
    expect(queryWords('Je cherche un emploi de serveur ou serveur, les week-ends')).toEqual([
      'serveur',
      'week',
      'ends',
    ])
    expect(queryWords(Array.from({ length: 500 }, (_, i) => `mot${i}`).join(' '))).toHaveLength(12)
  })

  it('of any text are letters and digits alone, at most 40 of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const word of splitWords(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\ud800-\udfff]{1,40}$/u)
      }),
    )
  })

  it.each([
    ['serveuse', 'serveur'],
    ['serveur', 'serveuse'],
    ['conductrices', 'conducteur'],
    ['boulangere', 'boulanger'],
    ['magicienne', 'magicien'],
  ])('have another gender: %s, %s', (word, other) => {
    expect(otherGenderForms(word)).toContain(other)
  })
})

describe('synonyms', () => {
  it('stand for each other, whatever the plural, the longest phrase first', () => {
    const [term, ...rest] = toTerms(queryWords('femmes de ménage'))
    expect(rest).toEqual([])
    expect(term?.words).toEqual(['femmes', 'menage'])
    expect(term?.alternatives).toContainEqual(['nettoyage'])
    expect(term?.alternatives).not.toContainEqual(['femme', 'menage'])
  })

  it('leave other words alone', () => {
    expect(toTerms(['chat', 'botte'])).toEqual([
      { words: ['chat'], alternatives: [['chat']] },
      { words: ['botte'], alternatives: [['botte']] },
    ])
  })

  it('belong to one group each, so that none is forgotten', () => {
    const phrases = SYNONYM_GROUPS.flat().map((phrase) => queryWords(phrase).join(' '))
    expect(phrases).toEqual([...new Set(phrases)])
  })

  it('never name a phrase as its own synonym', () => {
    for (const [phrase, others] of Object.entries(synonymMap())) expect(others).not.toContain(phrase)
  })
})
