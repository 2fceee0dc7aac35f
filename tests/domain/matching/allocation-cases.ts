import fc from 'fast-check'
import type { AllocationInput, AllocationPair, OfferToServe } from '#app/domain/matching/allocate.ts'

const id = (kind: string, at: number) => `${kind}${String(at).padStart(3, '0')}`

/** Offers and people with few places for many, or the reverse; scores close to each other or far apart. */
export const allocationCase = (max: { offers: number; people: number }): fc.Arbitrary<AllocationInput> =>
  fc
    .record({
      offerCount: fc.integer({ min: 1, max: max.offers }),
      peopleCount: fc.integer({ min: 1, max: max.people }),
      density: fc.constantFrom(0.15, 0.4, 0.8, 1),
      spread: fc.constantFrom(0, 20, 900),
      budget: fc.constantFrom(1, 2, 4),
      served: fc.constantFrom(0, 3, 25),
      batchSize: fc.constantFrom(10, 10, 3),
      seed: fc.integer(),
    })
    .map(({ offerCount, peopleCount, density, spread, budget, served, batchSize, seed }) => {
      const random = randomFrom(seed)
      const upTo = (most: number) => Math.floor(random() * (most + 1))
      const offers: OfferToServe[] = []
      for (let at = 0; at < offerCount; at++) {
        const pairs: AllocationPair[] = []
        for (let person = 0; person < peopleCount; person++)
          if (random() < density)
            pairs.push({
              profileId: id('p', person),
              scoreTenths: 1000 - upTo(spread),
              distanceKm: upTo(30),
            })
        const already = upTo(served)
        offers.push({
          offerId: id('o', at),
          served: already,
          interested: Math.min(already, upTo(7)),
          pairs,
        })
      }
      const budgets = new Map(
        Array.from({ length: peopleCount }, (_, person) => [id('p', person), upTo(budget) - upTo(1)]),
      )
      return { offers, budgets, rules: { batchSize, stopAtInterested: 6 } }
    })

function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
