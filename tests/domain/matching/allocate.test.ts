import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AllocatedOffer,
  type AllocationInput,
  allocate,
  PROPOSAL_FLOOR,
  placesOf,
} from '#app/domain/matching/allocate.ts'
import { TOLERANCE_TENTHS } from '#app/domain/matching/deal-people.ts'
import { allocationCase } from './allocation-cases.ts'
import { solveExactly } from './exact-flow.ts'

const anyCase = allocationCase({ offers: 12, people: 30 })
const smallCase = allocationCase({ offers: 6, people: 14 })

const placesIn = ({ offers, rules }: AllocationInput) =>
  offers.map((offer) => Math.min(offer.pairs.length, placesOf(offer, rules)))
const countsOf = (allocated: readonly AllocatedOffer[]) =>
  allocated.map(({ profileIds }) => profileIds.length)
const totalOf = ({ offers }: AllocationInput, allocated: readonly AllocatedOffer[]) =>
  offers.reduce((sum, { pairs }, at) => {
    const tenths = new Map(pairs.map(({ profileId, scoreTenths }) => [profileId, scoreTenths]))
    return (
      sum + (allocated[at]?.profileIds ?? []).reduce((own, id) => own + (tenths.get(id) ?? Number.NaN), 0)
    )
  }, 0)

describe('whatever offers and people', () => {
  test('nobody is proposed above the budget, nor twice for an offer, nor without being eligible', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const times = new Map<string, number>()
        for (const [at, { profileIds }] of allocate(input).entries()) {
          expect(profileIds.length).toBeLessThanOrEqual(placesIn(input)[at] ?? 0)
          expect(new Set(profileIds).size).toBe(profileIds.length)
          for (const id of profileIds) {
            expect(input.offers[at]?.pairs.some(({ profileId }) => profileId === id)).toBe(true)
            times.set(id, (times.get(id) ?? 0) + 1)
          }
        }
        for (const [id, count] of times) expect(count).toBeLessThanOrEqual(input.budgets.get(id) ?? 0)
      }),
      { numRuns: 300 },
    )
  })

  test('every offer has min(5, eligible) people if and only if some choice of people gives it', () => {
    let met = 0
    let unmet = 0
    fc.assert(
      fc.property(anyCase, (input) => {
        const floors = input.offers.map((offer, at) =>
          Math.min(placesIn(input)[at] ?? 0, Math.max(0, PROPOSAL_FLOOR - offer.served)),
        )
        const exact = solveExactly(input, { placesOf: (at) => floors[at] ?? 0, worthOf: () => 1n })
        const isPossible = exact.counts.every((count, at) => count === floors[at])
        const isMet = countsOf(allocate(input)).every((count, at) => count >= (floors[at] ?? 0))
        expect(isMet).toBe(isPossible)
        if (isPossible) met++
        else unmet++
      }),
      { numRuns: 300, seed: 3 },
    )
    expect(met).toBeGreaterThan(30)
    expect(unmet).toBeGreaterThan(30)
  })

  test('at each level as many places are filled as any choice of people could fill', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const counts = countsOf(allocate(input))
        for (let level = 1; level <= 35; level++) {
          const upTo = (places: number[]) =>
            places.map((most, at) => Math.max(0, Math.min(most, level - (input.offers[at]?.served ?? 0))))
          const places = upTo(placesIn(input))
          const exact = solveExactly(input, { placesOf: (at) => places[at] ?? 0, worthOf: () => 1n })
          const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
          expect(sum(upTo(counts))).toBe(sum(exact.counts))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of offers, people and pairs changes nothing, nor does asking again', () => {
    const turned = fc.tuple(anyCase, fc.integer({ min: 1, max: 40 })).map(([input, by]) => {
      const turn = <T>(items: readonly T[]): T[] => {
        const at = items.length > 0 ? by % items.length : 0
        return [...items.slice(at), ...items.slice(0, at)].reverse()
      }
      const offers = turn(input.offers.map((offer) => ({ ...offer, pairs: turn(offer.pairs) })))
      return [input, { ...input, offers, budgets: new Map(turn([...input.budgets])) }] as const
    })
    fc.assert(
      fc.property(turned, ([input, other]) => {
        expect(allocate(other)).toEqual(allocate(input))
        expect(allocate(input)).toEqual(allocate(input))
      }),
    )
  })
})

describe('the total score', () => {
  test('is within the tolerance of the exact one for the same number of people an offer', () => {
    fc.assert(
      fc.property(smallCase, (input) => {
        const allocated = allocate(input)
        const counts = countsOf(allocated)
        const exact = solveExactly(input, { placesOf: (at) => counts[at] ?? 0, worthOf: () => 10n ** 9n })
        expect(exact.counts).toEqual(counts)
        const places = counts.reduce((a, b) => a + b, 0)
        expect(exact.total - totalOf(input, allocated)).toBeLessThanOrEqual(places * TOLERANCE_TENTHS)
        expect(exact.total).toBeGreaterThanOrEqual(totalOf(input, allocated))
      }),
      { numRuns: 200 },
    )
  })

  // The figures of docs/decisions/2026-11-21-fair-exposure.md: how far from the best total that is as fair, and from the
  // best total that gives floors first and then looks at nothing but scores.
  const fairly = (level: number) => 10n ** BigInt(6 * (40 - Math.min(level, 39)))
  const freely = (level: number) => (level <= PROPOSAL_FLOOR ? 10n ** 12n : 10n ** 6n)

  test.each([
    { name: 'small', arbitrary: smallCase, numRuns: 500, mean: 0.2, worst: 20 },
    {
      name: 'middling',
      arbitrary: allocationCase({ offers: 25, people: 60 }),
      numRuns: 200,
      mean: 0.6,
      worst: 25,
    },
  ])('stays near the exact optimum on $numRuns $name cases', ({ name, arbitrary, numRuns, ...limits }) => {
    const gaps = { fair: [] as number[], free: [] as number[] }
    for (const input of fc.sample(arbitrary, { numRuns, seed: 2026 })) {
      const total = totalOf(input, allocate(input))
      const places = placesIn(input)
      const exactly = (worthOf: (level: number) => bigint) =>
        solveExactly(input, { placesOf: (at) => places[at] ?? 0, worthOf }).total
      const [fair, free] = [exactly(fairly), exactly(freely)]
      if (fair === 0) continue
      gaps.fair.push(100 * (1 - total / fair))
      gaps.free.push(100 * (1 - total / free))
    }
    const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length
    const said = Object.entries(gaps).map(
      ([than, all]) => `${than} ${mean(all).toFixed(3)} ${Math.max(...all).toFixed(3)}`,
    )
    console.info(`${gaps.fair.length} ${name} cases, % under the optimum, mean and worst: ${said.join(', ')}`)
    expect(mean(gaps.fair)).toBeLessThan(limits.mean)
    expect(Math.max(...gaps.fair)).toBeLessThan(limits.worst)
  })
})

describe('by name', () => {
  const pairs = (...ids: string[]) =>
    ids.map((profileId, at) => ({ profileId, scoreTenths: 900 - at, distanceKm: at }))
  const offer = (offerId: string, ...ids: string[]) => ({
    offerId,
    served: 0,
    interested: 0,
    pairs: pairs(...ids),
  })
  const names = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at).padStart(2, '0')}`)
  const rules = { batchSize: 10, stopAtInterested: 6 }
  const each = (budget: number, ids: string[]) => new Map(ids.map((id) => [id, budget]))

  test('the offer which only one person fits gets her, though another offer would rank her first', () => {
    const input = {
      offers: [offer('a', 'ana', 'bob'), offer('b', 'ana')],
      budgets: each(1, ['ana', 'bob']),
      rules,
    }
    expect(allocate(input)).toEqual([
      { offerId: 'a', batch: 1, profileIds: ['bob'] },
      { offerId: 'b', batch: 1, profileIds: ['ana'] },
    ])
  })

  test('a batch holds ten people, best first', () => {
    const input = { offers: [offer('a', ...names(14))], budgets: each(2, names(14)), rules }
    expect(allocate(input)).toEqual([{ offerId: 'a', batch: 1, profileIds: names(10) }])
  })

  test.each([
    { served: 7, interested: 2, expected: 3, batch: 1 },
    { served: 10, interested: 5, expected: 10, batch: 2 },
    { served: 10, interested: 6, expected: 0, batch: 2 },
    { served: 6, interested: 6, expected: 0, batch: 1 },
  ])('after $served served and $interested interested, $expected more', ({ expected, batch, ...sofar }) => {
    const offers = [{ ...offer('a', ...names(14)), ...sofar }]
    const [found] = allocate({ offers, budgets: each(1, names(14)), rules })
    expect(found).toMatchObject({ batch })
    expect(found?.profileIds).toHaveLength(expected)
  })

  test('batches smaller than the floor give way to it', () => {
    const input = {
      offers: [offer('a', ...names(9))],
      budgets: each(1, names(9)),
      rules: { ...rules, batchSize: 3 },
    }
    expect(countsOf(allocate(input))).toEqual([5])
  })

  test('an offer served less is raised first', () => {
    const offers = [{ ...offer('a', ...names(6)), served: 4 }, offer('b', ...names(6))]
    expect(countsOf(allocate({ offers, budgets: each(1, names(6)), rules }))).toEqual([1, 5])
  })

  test('nobody to propose, no offer, no budget: nothing', () => {
    expect(allocate({ offers: [], budgets: new Map(), rules })).toEqual([])
    expect(countsOf(allocate({ offers: [offer('a')], budgets: new Map(), rules }))).toEqual([0])
    expect(countsOf(allocate({ offers: [offer('a', 'ana')], budgets: each(0, ['ana']), rules }))).toEqual([0])
  })
})
