import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import {
  matchesNobody,
  OFFER_HINDRANCES,
  offerHindrances,
  personHindrances,
} from '#app/domain/matching/standing.ts'
import { context, laon, offer, person, TODAY } from './people.ts'

const around = { ...context, keep: 10 }
const ranked = (someone: MatchPerson, something: MatchOffer) =>
  rankOffers(someone, [something], around).length

const hindrances = (change: Partial<MatchOffer>, isFull = false) =>
  offerHindrances({ ...offer(change), isFull }, TODAY)

describe('a profile that hardly anything can match', () => {
  it('without occupation and not open: offers open to anybody only', () => {
    const nothing = person({ projects: [] })
    expect(personHindrances(nothing)).toEqual(['no_project'])
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom('A1401', 'G1602', 'K2205')),
        (occupationCode) => ranked(nothing, offer({ occupationCode })) === (occupationCode === null ? 1 : 0),
      ),
    )
    expect(personHindrances(person({ projects: [], isOpenToAnyOccupation: true }))).toEqual([])
  })

  it('a limit of 0 km: the same place only', () => {
    const still = person({ limitKm: 0 })
    expect(personHindrances(still)).toEqual(['zero_limit'])
    expect(rankOffers(still, [offer()], around)).toMatchObject([{ scoreTenths: 1000, distanceKm: 0 }])
    expect(ranked(still, offer({ latitude: laon.latitude + 0.001 }))).toBe(0)
    expect(personHindrances(person({ limitKm: 0.5 }))).toEqual([])
  })

  it('no kind of offer: nothing', () => {
    expect(personHindrances(person({ kinds: [] }))).toEqual(['no_kind'])
    expect(ranked(person({ kinds: [] }), offer())).toBe(0)
  })

  it('all of them are told, in their order', () => {
    expect(personHindrances(person({ kinds: [], projects: [], limitKm: 0 }))).toEqual([
      'no_kind',
      'no_project',
      'zero_limit',
    ])
  })

  it('a first day free that is past is no hindrance', () => {
    const free = person({ availableFrom: '2020-01-01' })
    expect(personHindrances(free)).toEqual([])
    expect(rankOffers(free, [offer()], around)).toMatchObject([{ scoreTenths: 1000 }])
  })
})

describe('an offer that nobody can match', () => {
  it.each([
    ['no_place', { latitude: null, longitude: null }],
    ['no_place', { longitude: null }],
    ['ended', { endsOn: '2026-05-31' }],
  ] as const)('%s: %j', (hindrance, change) => {
    expect(hindrances(change)).toEqual([hindrance])
    expect(rankPeople(offer(change), [person(), person({ limitKm: 20_000 })], around)).toEqual([])
  })

  it('its last day is today: still matched', () => {
    expect(hindrances({ startsOn: null, endsOn: TODAY })).toEqual([])
    expect(ranked(person(), offer({ startsOn: null, endsOn: TODAY }))).toBe(1)
  })

  it('is what is told to those who look for people', () => {
    expect(OFFER_HINDRANCES.map((one) => [one, matchesNobody([one])])).toEqual([
      ['no_place', true],
      ['ended', true],
      ['full', true],
      ['started', false],
    ])
    expect([matchesNobody([]), matchesNobody(['started', 'full'])]).toEqual([false, true])
  })

  it('full: nobody', () => {
    expect(hindrances({}, true)).toEqual(['full'])
    expect(ranked(person(), offer({ isOpen: false }))).toBe(0)
  })

  it('begun already: still matched, and worth a word; ended: that word alone', () => {
    expect(hindrances({ startsOn: '2026-05-02' })).toEqual(['started'])
    expect(ranked(person(), offer({ startsOn: '2026-05-02' }))).toBe(1)
    expect(hindrances({ startsOn: '2026-04-02', endsOn: '2026-05-02' })).toEqual(['ended'])
  })
})
