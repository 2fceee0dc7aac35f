import { describe, expect, test } from 'vitest'
import { distanceKm } from '#app/domain/geo.ts'
import { placeCommunes } from '#prisma/reference/commune-placing.ts'
import { departementOf, type UnplacedCommune } from '#prisma/reference/commune-seed.ts'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'

const aisne = loadOfflineCommunes('02')
const named = (name: string) => {
  const commune = aisne.find((candidate) => candidate.name === name)
  if (!commune) throw new Error(`${name} is not in the list`)
  return commune
}

describe('the communes of the Aisne, offline', () => {
  test('are the 797 of the official list, each once, complete', () => {
    expect(aisne).toHaveLength(797)
    expect(new Set(aisne.map((commune) => commune.inseeCode)).size).toBe(797)
    for (const commune of aisne) {
      expect(commune.inseeCode).toMatch(/^02\d{3}$/)
      expect(commune.departementCode).toBe('02')
      expect(commune.name).not.toBe('')
      expect(commune.postalCodes.length, commune.name).toBeGreaterThan(0)
      for (const postalCode of commune.postalCodes) expect(postalCode).toMatch(/^\d{5}$/)
      expect(commune.arrondissementCode, commune.name).toMatch(/^02[1-5]$/)
      expect(commune.epciName, commune.name).toBeTruthy()
    }
  })

  test('lie inside the département', () => {
    for (const { name, latitude, longitude } of aisne) {
      expect(latitude, name).toBeGreaterThan(48.8)
      expect(latitude, name).toBeLessThan(50.1)
      expect(longitude, name).toBeGreaterThan(2.9)
      expect(longitude, name).toBeLessThan(4.3)
    }
  })

  test('hold about 520,000 people, the towns at their own centre', () => {
    const population = aisne.reduce((sum, commune) => sum + commune.population, 0)
    expect(population).toBeGreaterThan(500_000)
    expect(population).toBeLessThan(550_000)
    for (const [name, latitude, longitude] of [
      ['Laon', 49.564, 3.62],
      ['Saint-Quentin', 49.847, 3.287],
      ['Soissons', 49.381, 3.325],
      ['Château-Thierry', 49.045, 3.4],
      ['Vervins', 49.836, 3.908],
    ] as const) {
      expect(named(name).isApproximate, name).toBe(false)
      expect(distanceKm(named(name), { latitude, longitude }), name).toBeLessThan(3)
    }
  })

  test('mark the communes placed near, and keep them close to their town', () => {
    const near = named('Athies-sous-Laon')
    const approximate = aisne.filter((commune) => commune.isApproximate)
    expect(approximate.length).toBeGreaterThan(600)
    expect(approximate.length).toBeLessThan(797)
    expect(distanceKm(near, named('Laon'))).toBeLessThan(15)
  })

  test('still know the names that people use', () => {
    expect(named('Villeneuve-sur-Aisne').formerNames).toContain('Guignicourt')
    expect(named('Tergnier').formerNames).toEqual(['Fargniers', 'Quessy', 'Vouël'])
  })
})

test('the other départements of the mainland load too, an unknown one is refused', () => {
  expect(loadOfflineCommunes('01').length).toBeGreaterThan(380)
  expect(loadOfflineCommunes('2A').length).toBeGreaterThan(100)
  expect(() => loadOfflineCommunes('99')).toThrow('Unknown département: 99')
})

test('departementOf reads mainland, Corsican and overseas codes', () => {
  expect(['02408', '2A004', '97411'].map(departementOf)).toEqual(['02', '2A', '974'])
})

describe('placing a commune without a centre', () => {
  const commune = (
    inseeCode: string,
    postalCode: string,
    epciCode: string,
    population = 100,
  ): UnplacedCommune => ({
    inseeCode,
    name: inseeCode,
    postalCodes: [postalCode],
    population,
    departementCode: '02',
    arrondissementCode: '021',
    epciCode,
    epciName: epciCode,
    formerNames: [],
  })
  const centre = (latitude: number, longitude: number) => ({ latitude, longitude })
  const at = (
    communes: UnplacedCommune[],
    centres: Record<string, { latitude: number; longitude: number }>,
  ) =>
    new Map(
      placeCommunes(communes, new Map(Object.entries(centres))).map((placed) => [placed.inseeCode, placed]),
    )

  test('takes the weighted mean of the towns of its postal code and EPCI', () => {
    const placed = at(
      [
        commune('A', '1', 'E', 300),
        commune('B', '1', 'E', 100),
        commune('C', '1', 'F', 900),
        commune('X', '1', 'E'),
      ],
      { A: centre(49, 3), B: centre(50, 4), C: centre(40, 0) },
    )
    expect(placed.get('X')).toMatchObject({ latitude: 49.25, longitude: 3.25, isApproximate: true })
    expect(placed.get('A')).toMatchObject({ latitude: 49, longitude: 3, isApproximate: false })
  })

  test('mixes the towns of its postal code and those of its EPCI when none is in both', () => {
    const placed = at([commune('A', '1', 'E'), commune('B', '2', 'F'), commune('X', '1', 'F')], {
      A: centre(49, 3),
      B: centre(49.3, 3.6),
    })
    expect(placed.get('X')).toMatchObject({ latitude: 49.1, longitude: 3.2 })
  })

  test('falls back on the EPCI as placed, then on the arrondissement', () => {
    const placed = at(
      [commune('A', '1', 'E'), commune('B', '1', 'F'), commune('X', '2', 'F'), commune('Y', '3', 'G')],
      { A: centre(49, 3) },
    )
    expect(placed.get('X')).toMatchObject({ latitude: 49, longitude: 3, isApproximate: true })
    expect(placed.get('Y')).toMatchObject({ latitude: 49, longitude: 3, isApproximate: true })
  })

  test('refuses to invent a position', () => {
    expect(() => placeCommunes([commune('A', '1', 'E')], new Map())).toThrow('known centre')
  })
})
