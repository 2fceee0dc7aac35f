import { describe, expect, test } from 'vitest'
import { loadOfflineCommunes } from '#prisma/reference/communes.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { seasonalTemplates } from '#prisma/reference/seasonal-offers.ts'
import { drawOffers } from '#prisma/seed/offers.ts'
import { drawOrganisations } from '#prisma/seed/organisations.ts'
import { drawPeople } from '#prisma/seed/people.ts'
import { SCALES } from '#prisma/seed/scales.ts'
import { isInSeason, nextStart } from '#prisma/seed/seasons.ts'
import { NOW } from '#tests/factories/now.ts'

const place = {
  territoryId: '00000000-0000-4000-8000-000000000002',
  communes: loadOfflineCommunes('02'),
  now: NOW,
}

describe('the crowd looks like the Aisne', () => {
  const people = drawPeople(createRandom(5), 4000, place)
  const share = (count: number) => count / people.length

  test('in licences, means, wishes and places', () => {
    const drivers = people.filter(({ profile }) => profile.licences.includes('B'))
    expect(share(drivers.length)).toBeGreaterThan(0.57)
    expect(share(drivers.length)).toBeLessThan(0.66)
    const inSaintQuentin = people.filter(({ profile }) => profile.communeCode === '02691')
    const total = place.communes.reduce((sum, { population }) => sum + population, 0)
    const expected = (place.communes.find(({ inseeCode }) => inseeCode === '02691')?.population ?? 0) / total
    expect(share(inSaintQuentin.length)).toBeCloseTo(expected, 1)
    const volunteers = people.filter(({ profile }) => profile.kinds.includes('volunteering'))
    expect(share(volunteers.length)).toBeLessThan(0.35)
  })

  test('has no two people with one number, e-mail or id, and e-mail alone once numbers are used up', () => {
    const many = drawPeople(createRandom(6), 12_156, place)
    const unique = (values: (string | null)[]) => {
      const given = values.filter((value) => value !== null)
      return new Set(given).size === given.length
    }
    expect(unique(many.map(({ account }) => account.phone))).toBe(true)
    expect(unique(many.map(({ account }) => account.email))).toBe(true)
    expect(unique(many.flatMap(({ account, profile }) => [account.id, profile.id]))).toBe(true)
    expect(many.at(-1)?.account.phone).toBeNull()
    expect(many.at(-1)?.account.email).not.toBeNull()
  })

  test('hires for seasons in 44 % of offers, in their season', () => {
    const organisations = drawOrganisations(createRandom(7), 200, place)
    const offers = drawOffers(createRandom(8), { offers: 2000, onLine: 800 }, { organisations, now: NOW })
    const seasonal = offers.filter(({ offer }) => offer.details.kind === 'seasonal')
    expect(seasonal.length / offers.length).toBeCloseTo(0.44, 1)
    expect(offers.filter(({ offer }) => offer.state === 'published')).toHaveLength(800)
    const names = organisations.map(({ organisation }) => organisation.name)
    expect(new Set(names).size).toBe(names.length)
  })

  test('looks for people a season ahead, never after it', () => {
    const grapes = seasonalTemplates.find(({ season }) => season === 'vendanges')
    if (!grapes) throw new Error('The harvest is gone')
    expect(isInSeason(grapes, '2026-07-15')).toBe(true)
    expect(isInSeason(grapes, '2026-11-15')).toBe(false)
    const start = nextStart(createRandom(9), grapes, '2026-11-15')
    expect(start >= '2027-09-01' && start <= '2027-09-15').toBe(true)
    const winter = { from: '12-01', to: '01-20' }
    expect(isInSeason(winter, '2027-01-05')).toBe(true)
    expect(nextStart(createRandom(9), winter, '2027-01-05') <= '2027-01-20').toBe(true)
  })
})

test('the demo is a twentieth of the platform', () => {
  for (const key of ['people', 'organisations', 'offers'] as const)
    expect(SCALES.demo[key] / SCALES.aisne[key]).toBeCloseTo(1 / 20, 2)
})
