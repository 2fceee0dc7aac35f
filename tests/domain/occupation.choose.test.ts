import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseOccupation, findOccupations, isOneSlipAway } from '#app/domain/occupation.choose.ts'
import { occupations } from '#prisma/reference/occupations.ts'

const first = (typed: string) => findOccupations(typed, occupations).map(({ romeCode }) => romeCode)
const labels = (typed: string) => findOccupations(typed, occupations).map(({ plainLabel }) => plainLabel)

describe('everyday words', () => {
  test.each([
    ['ménage', /ménage|nettoyage|propreté/i],
    ['MENAGE', /ménage|nettoyage|propreté/i],
    ['je cherche du travail dans le ménage', /ménage|nettoyage|propreté/i],
    ['vendanges', /vendanges/],
    ['vandanges', /vendanges/],
    ['caissière', /caisse/],
    ['caisiere', /caisse/],
    ['serveuse', /serv/],
    ['maçon', /maçon/],
    ['jardinage', /jardin|espaces verts/],
  ])('%s', (typed, expected) => {
    expect(labels(typed).slice(0, 3).join(' | ')).toMatch(expected)
  })

  test('plural or not, the same answers', () => {
    expect(first('vendange')).toEqual(first('vendanges'))
  })

  test('words that name no work find nothing', () => {
    for (const typed of ['', '   ', 'xyzxyz', '???']) {
      expect(first(typed)).toEqual([])
      expect(chooseOccupation(typed, occupations)).toEqual({ kind: 'unknown' })
    }
  })

  test('every occupation is found by its plain name, and chosen at once when no other is called so', () => {
    for (const { romeCode, plainLabel } of occupations) {
      const choice = chooseOccupation(plainLabel, occupations)
      const found =
        choice.kind === 'found'
          ? [choice.occupationCode]
          : choice.kind === 'several'
            ? choice.occupations.map((one) => one.romeCode)
            : []
      expect(found, plainLabel).toContain(romeCode)
    }
  })

  test('whatever is typed, at most eight, each once, in an order that the list does not decide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const codes = first(typed)
        expect(codes.length).toBeLessThanOrEqual(8)
        expect(new Set(codes).size).toBe(codes.length)
        expect(findOccupations(typed, [...occupations].reverse()).map(({ romeCode }) => romeCode)).toEqual(
          codes,
        )
      }),
    )
  })
})

describe('a slip of one letter', () => {
  test.each([
    ['caisse', 'caise'],
    ['caise', 'caisse'],
    ['caisse', 'caiste'],
    ['caisse', 'acisse'],
    ['caisse', 'caisse'],
  ])('%s, %s', (one, other) => expect(isOneSlipAway(one, other)).toBe(true))
  test.each([
    ['caisse', 'caissette'],
    ['caisse', 'casie'],
    ['caisse', 'usine'],
    ['', 'ab'],
  ])('%s, %s: more than one', (one, other) => expect(isOneSlipAway(one, other)).toBe(false))
  test('is the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), (one, other) => {
        expect(isOneSlipAway(one, other)).toBe(isOneSlipAway(other, one))
      }),
    )
  })
})
