import { describe, expect, test } from 'vitest'
import { isRna, isSiret } from '#app/domain/organisation.ts'
import {
  fictionalEmail,
  fictionalPhone,
  fictionalRna,
  fictionalSiret,
} from '#prisma/reference/identifiers.ts'
import { lastNames, menFirstNames, womenFirstNames } from '#prisma/reference/names.ts'
import { drawPerson, LICENCE_B_SHARE } from '#prisma/reference/people.ts'
import { createRandom } from '#prisma/reference/random.ts'

describe('drawPerson', () => {
  const random = createRandom(20_260_201)
  const people = Array.from({ length: 12_000 }, () => drawPerson(random))
  const shareOf = (fits: (person: (typeof people)[number]) => boolean) =>
    people.filter(fits).length / people.length

  test('gives the ages, sexes and licences of the Aisne within one and a half points', () => {
    expect(Math.abs(shareOf((person) => person.age < 25) - 0.063 / 0.992)).toBeLessThan(0.015)
    expect(Math.abs(shareOf((person) => person.age >= 50) - 0.271 / 0.992)).toBeLessThan(0.015)
    expect(Math.abs(shareOf((person) => person.isWoman) - 0.58)).toBeLessThan(0.015)
    expect(Math.abs(shareOf((person) => person.hasLicenceB) - LICENCE_B_SHARE)).toBeLessThan(0.015)
  })

  test('lets nobody drive a car without a licence', () => {
    expect(people.filter((person) => person.travel.means === 'car' && !person.hasLicenceB)).toEqual([])
    expect(shareOf((person) => person.travel.means === 'car')).toBeGreaterThan(0.4)
  })

  test('gives everyone a limit, times and at least one kind of offer', () => {
    for (const person of people) {
      expect(person.travel.maxKm ?? person.travel.maxMinutes).toBeGreaterThan(0)
      expect(new Set(person.slots).size).toBe(person.slots.length)
      expect(person.slots.length).toBeGreaterThan(0)
      expect(person.kinds.length).toBeGreaterThan(0)
    }
  })

  test('is the same for the same seed', () => {
    expect(drawPerson(createRandom(5))).toEqual(drawPerson(createRandom(5)))
  })
})

test('names are unique and look like names', () => {
  for (const names of [womenFirstNames, menFirstNames, lastNames]) {
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(70)
    for (const name of names) expect(name).toMatch(/^\p{Lu}[\p{L} -]+$/u)
  }
})

describe('identifiers', () => {
  test('telephones lie in the range kept for fiction, and end with it', () => {
    expect(fictionalPhone(0)).toBe('+33639980000')
    expect(fictionalPhone(9999)).toBe('+33639989999')
    expect(fictionalPhone(10_000)).toBeNull()
  })

  test('addresses are at example.org, without accents', () => {
    expect(fictionalEmail('Thi Mai', "D'Éloïse", 7)).toBe('thi-mai.d-eloise.7@example.org')
  })

  test('SIRET and RNA numbers are valid and never twice the same', () => {
    const ranks = Array.from({ length: 1000 }, (_, rank) => rank)
    expect(ranks.filter((rank) => !isSiret(fictionalSiret(rank)))).toEqual([])
    expect(ranks.filter((rank) => !isRna(fictionalRna(rank)))).toEqual([])
    expect(new Set(ranks.map(fictionalSiret)).size).toBe(1000)
    expect(new Set(ranks.map(fictionalRna)).size).toBe(1000)
  })
})
