import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import type { AllocationPair, OfferToServe } from '#app/domain/matching/allocate.ts'
import type { MatchPerson } from '#app/domain/matching/pair.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { ELIGIBLE_PUBLICS } from '#app/domain/offer.ts'
import { context, graph, offer, person } from './people.ts'

test('the engine is given these fields of a person and no other: a new one has to be written here', () => {
  expectTypeOf<keyof MatchPerson>().toEqualTypeOf<
    | 'profileId'
    | 'latitude'
    | 'longitude'
    | 'limitKm'
    | 'projects'
    | 'isOpenToAnyOccupation'
    | 'kinds'
    | 'contracts'
    | 'slots'
    | 'availableFrom'
    | 'licences'
    | 'skills'
    | 'eligiblePublics'
    | 'isReachable'
  >()
})

test('the allocation is given scores, and nothing else of a person', () => {
  expectTypeOf<keyof AllocationPair>().toEqualTypeOf<'profileId' | 'scoreTenths' | 'distanceKm'>()
  expectTypeOf<keyof OfferToServe>().toEqualTypeOf<'offerId' | 'served' | 'interested' | 'pairs'>()
})

test('what only the gates read never changes the score: reserved publics, consent, who it is', () => {
  const gateOnly = fc.record({
    profileId: fc.uuid(),
    isReachable: fc.boolean(),
    eligiblePublics: fc.subarray([...ELIGIBLE_PUBLICS]),
  })
  const own = fc.record({
    limitKm: fc.integer({ min: 0, max: 60 }),
    latitude: fc.double({ min: 49.3, max: 49.8, noNaN: true }),
    skills: fc.subarray(['s1', 's2', 's3']),
    isOpenToAnyOccupation: fc.boolean(),
  })
  fc.assert(
    fc.property(own, gateOnly, gateOnly, (shared, one, twin) => {
      const asked = offer({ skills: ['s1', 's2'] })
      const scores = [one, twin].map((own) =>
        scorePair(person({ ...shared, ...own }), asked, { ...context, graph }),
      )
      expect(scores[1]).toEqual(scores[0])
    }),
  )
})
