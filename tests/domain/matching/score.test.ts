import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CRITERIA } from '#app/domain/matching/criteria.ts'
import { reasonsOf } from '#app/domain/matching/explain.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { PROXIMITY, WEIGHTS } from '#app/domain/matching/weights.ts'
import { CONTRACTS, EXPERIENCE_LEVELS, OFFER_KINDS } from '#app/domain/offer.ts'
import { SLOTS, type Slot } from '#app/domain/schedule.ts'
import { context, graph, offer, person } from './people.ts'

const codes = ['A1401', 'A1402', 'A1418', 'A1403', 'A1444', 'K2205', 'K1304', 'G1602', 'M1805']
const date = fc
  .integer({ min: 0, max: 300 })
  .map((d) => new Date(Date.UTC(2026, 3, 1 + d)).toISOString().slice(0, 10))
const place = {
  latitude: fc.double({ min: 49, max: 50, noNaN: true }),
  longitude: fc.double({ min: 3, max: 4, noNaN: true }),
}
const anyPerson = fc
  .record({
    ...place,
    limitKm: fc.double({ min: 0, max: 80, noNaN: true }),
    projects: fc.array(
      fc.record({
        occupationCode: fc.constantFrom(...codes),
        experience: fc.constantFrom(...EXPERIENCE_LEVELS),
      }),
      { maxLength: 4 },
    ),
    isOpenToAnyOccupation: fc.boolean(),
    contracts: fc.subarray([...CONTRACTS]),
    slots: fc.subarray([...SLOTS]),
    availableFrom: fc.option(date),
    skills: fc.subarray(['s1', 's2', 's3', 's4']),
  })
  .map((change) => person(change))
const anyOffer = fc
  .record({
    ...place,
    kind: fc.constantFrom(...OFFER_KINDS),
    occupationCode: fc.option(fc.constantFrom(...codes)),
    contract: fc.option(fc.constantFrom(...CONTRACTS)),
    slots: fc.subarray([...SLOTS]),
    startsOn: fc.option(date),
    skills: fc.subarray(['s1', 's2', 's3', 's4']),
    experience: fc.constantFrom(...EXPERIENCE_LEVELS),
  })
  .map((change) => offer(change))

describe('score', () => {
  it('has public weights which add up to 100', () => {
    expect(CRITERIA.reduce((sum, criterion) => sum + WEIGHTS[criterion], 0)).toBe(100)
  })

  it('is 100 for a pair with nothing missing', () => {
    expect(scorePair(person(), offer(), context).scoreTenths).toBe(1000)
  })

  it('stays within 0–100, and its criteria and its reasons add up to it', () => {
    fc.assert(
      fc.property(anyPerson, anyOffer, (someone, something) => {
        const { scoreTenths, criteria } = scorePair(someone, something, context)
        expect(scoreTenths).toBeGreaterThanOrEqual(0)
        expect(scoreTenths).toBeLessThanOrEqual(1000)
        expect(Number.isInteger(scoreTenths)).toBe(true)
        expect(criteria.reduce((sum, c) => sum + c.tenths, 0)).toBe(scoreTenths)
        const reasons = reasonsOf(criteria, { person: someone, offer: something })
        expect(reasons.length).toBeLessThanOrEqual(5)
        expect(Math.round(reasons.reduce((sum, r) => sum + r.points, 0) * 10)).toBe(scoreTenths)
        for (const reason of reasons) expect(reason.points).toBeLessThanOrEqual(reason.maxPoints)
      }),
      { numRuns: 400 },
    )
  })

  it('never falls when the person gains a skill, a day or a shorter way', () => {
    fc.assert(
      fc.property(anyPerson, anyOffer, (someone, something) => {
        const before = scorePair(someone, something, context).scoreTenths
        const more = person({ ...someone, skills: ['s1', 's2', 's3', 's4'], slots: [...SLOTS] })
        expect(scorePair(more, something, context).scoreTenths).toBeGreaterThanOrEqual(before)
        const nearer = { ...something, latitude: someone.latitude, longitude: someone.longitude }
        expect(scorePair(someone, nearer, context).scoreTenths).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  it('never falls when the person has one more project, or is open to all others too', () => {
    const project = fc.record({
      occupationCode: fc.constantFrom(...codes),
      experience: fc.constantFrom(...EXPERIENCE_LEVELS),
    })
    fc.assert(
      fc.property(anyPerson, anyOffer, project, (someone, something, one) => {
        const before = scorePair(someone, something, context).scoreTenths
        const more = [...someone.projects, one]
        for (const change of [{ projects: more }, { isOpenToAnyOccupation: true }])
          expect(
            scorePair(person({ ...someone, ...change }), something, context).scoreTenths,
          ).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 1000 },
    )
  })

  it('counts what an offer names twice once', () => {
    const pair = (skills: string[], slots: Slot[]) =>
      scorePair(person({ slots: ['mon_morning'] }), offer({ skills, slots }), context).criteria
    expect(pair(['s1', 's1', 's2'], ['mon_morning', 'mon_morning', 'tue_morning'])).toEqual(
      pair(['s1', 's2'], ['mon_morning', 'tue_morning']),
    )
  })

  it('is bit-identical for twins who differ in what the law protects', () => {
    const nadia = { ...person(), age: 58, sex: 'F', firstName: 'Nadia', receivesRsa: true }
    const louis = { ...person(), age: 23, sex: 'M', firstName: 'Louis', receivesRsa: false }
    expect(scorePair(nadia, offer(), context)).toEqual(scorePair(louis, offer(), context))
    const eligible = person({ eligiblePublics: ['minimum_benefits'] })
    expect(scorePair(eligible, offer(), context)).toEqual(scorePair(person(), offer(), context))
  })
})

describe('occupation proximity', () => {
  it.each([
    ['the same record', 'A1401', 'A1401', PROXIMITY.same],
    ['the same parent', 'A1401', 'A1403', PROXIMITY.sameParent],
    ['first in mobility order', 'A1401', 'A1402', PROXIMITY.mobilityFirst],
    ['last in mobility order', 'A1401', 'K2205', PROXIMITY.mobilityLast],
    ['two steps', 'A1401', 'K1304', PROXIMITY.twoSteps],
    ['one step back', 'K2205', 'A1401', PROXIMITY.mobilityBack],
    ['the same domain', 'A1401', 'A1444', PROXIMITY.sameDomain],
    ['nothing in common', 'A1401', 'G1602', PROXIMITY.none],
    ['an unknown code', 'A1401', 'Z9999', PROXIMITY.none],
    ['the same unknown code', 'Z9999', 'Z9999', PROXIMITY.same],
  ])('%s', (_, wanted, offered, expected) => {
    expect(graph.proximity(wanted, offered)).toBe(expected)
  })

  it.each([1, 2, 12, 13, 29, 60])('falls from 0.7 to 0.45 along %i neighbours, and never below', (count) => {
    const near = Array.from({ length: count }, (_, at) => `N${1000 + at}`)
    const node = (romeCode: string) => ({ romeCode, parentCode: romeCode, domainCode: romeCode })
    const one = buildOccupationGraph([
      { ...node('A1401'), near },
      ...near.map((code) => ({ ...node(code), near: [] })),
    ])
    const found = near.map((code) => one.proximity('A1401', code))
    expect(found).toEqual([...found].sort((a, b) => b - a))
    expect(found[0]).toBe(PROXIMITY.mobilityFirst)
    if (count === 1) return
    expect(found.at(-1)).toBeGreaterThanOrEqual(PROXIMITY.mobilityLast)
    expect(found.at(-1)).toBeCloseTo(PROXIMITY.mobilityLast, 12)
  })

  it('puts whoever is open to anything after ROME’s neighbours, and before what is farther', () => {
    for (const open of [PROXIMITY.openPerson, PROXIMITY.openOffer]) {
      expect(open).toBeLessThan(PROXIMITY.mobilityLast)
      expect(open).toBeGreaterThan(Math.max(PROXIMITY.twoSteps, PROXIMITY.mobilityBack))
    }
  })

  it('takes the nearest of the person’s projects, and no experience of one that has nothing to do with the offer', () => {
    const someone = person({
      projects: [
        { occupationCode: 'G1602', experience: 'three_years' },
        { occupationCode: 'A1401', experience: 'none' },
      ],
    })
    const { criteria } = scorePair(someone, offer({ experience: 'one_year' }), context)
    expect(criteria[0]).toEqual({ criterion: 'occupation', tenths: 400 })
    expect(criteria[2]).toEqual({ criterion: 'experience', tenths: 0 })
  })

  it('takes the longest experience of those that have to do with the offer', () => {
    const someone = person({
      projects: [
        { occupationCode: 'A1401', experience: 'none' },
        { occupationCode: 'A1418', experience: 'three_years' },
      ],
    })
    const { criteria } = scorePair(someone, offer({ experience: 'one_year' }), context)
    expect(criteria[0]).toEqual({ criterion: 'occupation', tenths: 400 })
    expect(criteria[2]).toEqual({ criterion: 'experience', tenths: 100 })
  })
})
