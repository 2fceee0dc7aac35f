import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DUPLICATE_SIMILARITY, isDuplicate, titleSimilarity } from '#app/domain/offer.similarity.ts'

const title = fc.string({ unit: 'grapheme', maxLength: 60 })

describe('the similarity of titles', () => {
  test('is between 0 and 1, and the same both ways', () => {
    fc.assert(
      fc.property(title, title, (a, b) => {
        const similarity = titleSimilarity(a, b)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(titleSimilarity(b, a)).toBe(similarity)
      }),
    )
  })
  test('is 1 with itself, whatever the case, the accents and the punctuation', () => {
    fc.assert(
      fc.property(title, (text) => {
        // A few letters are several in capitals: they are others then.
        fc.pre(text.toUpperCase().toLowerCase() === text.toLowerCase())
        const similarity = titleSimilarity(text, `  ${text.toUpperCase().normalize('NFD')} !`)
        expect([0, 1]).toContain(similarity)
        expect(similarity).toBe(titleSimilarity(text, text))
      }),
      { examples: [['Aide à domicile']] },
    )
  })
  test('does not depend on the order of the words', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['aide', 'de', 'cuisine', 'en', 'restaurant'], { minLength: 5 }),
        (words) => {
          expect(titleSimilarity(words.join(' '), 'aide de cuisine en restaurant')).toBe(1)
        },
      ),
    )
  })
  test.each([
    ['Aide de cuisine', 'aide de cuisine H/F'],
    ['Aide à domicile Laon', 'Aide a domicile, Laon'],
    ['Vendangeur / vendangeuse', 'Vendangeuse / vendangeur'],
    ['Agent d’entretien des locaux', 'Agente d’entretien des locaux'],
  ])('"%s" and "%s" are one offer', (a, b) => {
    expect(titleSimilarity(a, b)).toBeGreaterThanOrEqual(DUPLICATE_SIMILARITY)
  })
  test.each([
    ['Aide de cuisine', 'Aide à domicile'],
    ['Vendanges', 'Taille de la vigne'],
    ['Cariste', 'Cuisinier'],
    ['🍎🍎🍎', '🍎🍎🍎'],
    ['', ''],
  ])('"%s" and "%s" are two', (a, b) => {
    expect(titleSimilarity(a, b)).toBeLessThan(DUPLICATE_SIMILARITY)
  })
})

test('a twin has the same organisation and the same commune', () => {
  const offer = { organisationId: 'o', communeCode: '02408', title: 'Aide de cuisine' }
  expect(isDuplicate(offer, { ...offer, title: 'AIDE DE CUISINE' })).toBe(true)
  expect(isDuplicate(offer, { ...offer, communeCode: '02691' })).toBe(false)
  expect(isDuplicate(offer, { ...offer, organisationId: 'p' })).toBe(false)
  expect(isDuplicate({ ...offer, organisationId: null }, { ...offer, organisationId: null })).toBe(false)
})
