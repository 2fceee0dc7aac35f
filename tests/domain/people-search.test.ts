import { describe, expect, test } from 'vitest'
import { DRIVING_LICENCES } from '#app/domain/licence.ts'
import { nearOccupations } from '#app/domain/matching/near-occupations.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { askedPeopleParams, licencesGiving, parseAskedPeople } from '#app/domain/people-search.ts'

describe('what an address asks', () => {
  test('is read and written the same', () => {
    const query =
      'q=cuisine&genre=saisonnier&lieu=Laon&commune=02408&rayon=50&permis=B&savoir=eplucher-couper&libre=2026-06-01&page=3'
    const asked = parseAskedPeople(new URLSearchParams(query))
    expect(asked).toMatchObject({ text: 'cuisine', kind: 'seasonal', radiusKm: 50, freeBy: '2026-06-01' })
    expect(parseAskedPeople(askedPeopleParams(asked))).toEqual(asked)
  })

  test('counts as not asked for when it is unreadable', () => {
    const query = "genre=x&rayon=7&commune=';--&permis=%00&savoir=a b&libre=demain&page=-4"
    expect(parseAskedPeople(new URLSearchParams(query))).toEqual(parseAskedPeople(new URLSearchParams()))
    expect(parseAskedPeople(new URLSearchParams('page=9999')).page).toBe(1)
  })
})

test('a heavier licence gives a lighter one', () => {
  const heavier = ['B', 'BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D1E', 'D', 'DE']
  expect(licencesGiving('B', DRIVING_LICENCES)).toEqual(heavier)
  expect(licencesGiving('caces', DRIVING_LICENCES)).toEqual(['caces'])
})

test('the occupation itself comes first, and far ones do not come', () => {
  const node = (romeCode: string, near: string[]) => ({
    romeCode,
    parentCode: romeCode,
    domainCode: romeCode.slice(0, 3),
    near,
  })
  const nodes = [node('A1405', []), node('G1605', ['G1602']), node('G1602', ['G1605'])]
  expect(nearOccupations('G1602', nodes, buildOccupationGraph(nodes))).toEqual(['G1602', 'G1605'])
})
