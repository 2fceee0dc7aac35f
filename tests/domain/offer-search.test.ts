import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTRACTS, OFFER_KINDS } from '#app/domain/offer.ts'
import {
  type AskedOffers,
  askedOffersParams,
  parseAskedOffers,
  RADII_KM,
  REACHES_MINUTES,
  SORTS,
  widerRadii,
} from '#app/domain/offer-search.ts'
import { limitKm, TRAVEL_MEANS, travelMinutes } from '#app/domain/travel.ts'

const means = fc.constantFrom(...TRAVEL_MEANS)
const reach = fc.oneof(
  fc.record({ radiusKm: fc.constantFrom(...RADII_KM), maxMinutes: fc.constant(null), means }),
  fc.record({ maxMinutes: fc.constantFrom(...REACHES_MINUTES), means }).map((one) => ({
    ...one,
    radiusKm: limitKm({ ...one, maxKm: null }),
  })),
)

const withoutReach = fc.record({
  text: fc.string({ maxLength: 50 }).map((text) => text.trim()),
  kinds: fc.subarray([...OFFER_KINDS]),
  occupationCode: fc.option(fc.constantFrom('A1401', 'K2205')),
  contracts: fc.subarray([...CONTRACTS]),
  place: fc.constantFrom('', 'Laon', '02000', 'Saint-Quentin'),
  communeCode: fc.option(fc.constantFrom('02408', '2A004')),
  startsBy: fc.option(fc.constantFrom('2026-06-01', '2027-02-28')),
  sort: fc.constantFrom(...SORTS),
  page: fc.integer({ min: 1, max: 1000 }),
})
const asked: fc.Arbitrary<AskedOffers> = fc
  .tuple(withoutReach, reach)
  .map(([rest, far]) => ({ ...rest, ...far }))

describe('the address of a search', () => {
  it('says all that was asked, and is read back the same', () => {
    fc.assert(
      fc.property(asked, (search) => {
        expect(parseAskedOffers(new URLSearchParams(askedOffersParams(search).toString()))).toEqual(search)
      }),
    )
  })

  it('takes what is unreadable as not asked for', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const search = parseAskedOffers(new URLSearchParams(query))
        if (search.maxMinutes === null) expect(RADII_KM).toContain(search.radiusKm)
        else expect(REACHES_MINUTES).toContain(search.maxMinutes)
        expect(search.page).toBeGreaterThanOrEqual(1)
      }),
    )
    const hostile = 'genre=x&contrat=<script>&metier=A14&commune=abc&rayon=-5&debut=2026-02-31&tri=1&page=1e9'
    expect(parseAskedOffers(new URLSearchParams(hostile))).toEqual(parseAskedOffers(new URLSearchParams()))
  })

  it('reckons minutes as the straight line they reach by the means said', () => {
    const near = parseAskedOffers(new URLSearchParams('rayon=30min&moyen=velo'))
    expect(near).toMatchObject({ maxMinutes: 30, means: 'bicycle' })
    expect(near.radiusKm).toBeCloseTo(5.385, 3)
    expect(travelMinutes(near.radiusKm, 'bicycle')).toBe(30)
    expect(parseAskedOffers(new URLSearchParams('rayon=30min')).means).toBe('car')
    for (const unknown of ['31min', 'min', '30', '9999min', '30minutes'])
      expect(parseAskedOffers(new URLSearchParams(`rayon=${unknown}`)).maxMinutes).toBeNull()
  })

  it('widens to the next radii, nearest first', () => {
    expect(widerRadii(10)).toEqual([20, 30, 50, 100])
    expect(widerRadii(100)).toEqual([])
  })
})
