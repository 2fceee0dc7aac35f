import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  organisationsPath,
  organisationWords,
  parseAskedOrganisations,
} from '#app/domain/organisation-search.ts'

const read = (path: string) => parseAskedOrganisations(new URL(path, 'https://a.example').searchParams)

test('what is unreadable counts as not asked for', () => {
  const nothing = { text: '', place: '', communeCode: null, page: 1 }
  for (const path of ['/structures', '/structures?q=++&page=0', '/structures?page=1.5&commune=Laon'])
    expect(read(path)).toEqual(nothing)
  expect(read(`/structures?q=${'a'.repeat(300)}`).text).toHaveLength(100)
})

test('an address says the search back', () => {
  const asked = fc.record({
    text: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    place: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    communeCode: fc.constantFrom(null, '02408', '2A004'),
    page: fc.integer({ min: 1, max: 1000 }),
  })
  fc.assert(
    fc.property(asked, (one) => {
      expect(read(organisationsPath(one))).toEqual(one)
    }),
  )
  expect(organisationsPath(read('/structures'))).toBe('/structures')
})

test('words are in small letters, without accents nor signs', () => {
  expect(organisationWords(' Épicerie d’Hélène, St-Quentin ')).toEqual([
    'epicerie',
    'd',
    'helene',
    'saint',
    'quentin',
  ])
  expect(organisationWords('%_')).toEqual([])
})
