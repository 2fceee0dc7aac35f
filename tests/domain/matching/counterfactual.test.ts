import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPerson, oneChange } from '#app/domain/matching/counterfactual.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { SLOTS } from '#app/domain/schedule.ts'
import { offer, person, TODAY } from './people.ts'

const reckoned = { today: TODAY, travel: null }
const change = (of: Partial<MatchPerson>, to: Partial<MatchOffer>) =>
  oneChange(person(of), offer(to), reckoned)

describe('the one change that would open an offer', () => {
  it('is none when every gate is open', () => {
    expect(change({}, {})).toBeNull()
  })

  it('is the least limit in whole kilometres', () => {
    expect(change({ limitKm: 5 }, { latitude: 49.7 })).toEqual({ gate: 'distance', km: 16, raised: null })
    expect(closedGates(person({ limitKm: 15 }), offer({ latitude: 49.7 }), TODAY)).toEqual(['distance'])
    expect(change({}, { latitude: 43.3 })).toBeNull()
    expect(change({}, { latitude: null })).toBeNull()
  })

  it('is a licence, when one alone is missing', () => {
    const without = { licences: [] }
    expect(change(without, { licences: ['B'] })).toEqual({ gate: 'licence', licence: 'B' })
    expect(change(without, { licences: ['B', 'CACES 1'] })).toBeNull()
  })

  it('is the licence that gives the others asked for', () => {
    const without = { licences: [] }
    expect(change(without, { licences: ['B', 'C'] })).toEqual({ gate: 'licence', licence: 'C' })
    expect(change(without, { licences: ['AM', 'CE', 'B'] })).toEqual({ gate: 'licence', licence: 'CE' })
    expect(change(without, { licences: ['C', 'D'] })).toBeNull()
    expect(change(without, { licences: ['B', 'C', 'CACES 1'] })).toBeNull()
  })

  it('is the first quarter-day of the week, a day, or a kind of offer', () => {
    const days = { slots: ['sat_morning', 'tue_night'] as const }
    expect(change({ slots: ['mon_morning'] }, days)).toEqual({
      gate: 'schedule',
      slot: 'tue_night',
      isOneOfSeveral: true,
    })
    expect(change({ availableFrom: '2026-09-20' }, {})).toEqual({ gate: 'dates', day: '2026-08-14' })
    expect(change({ kinds: ['job'] }, {})).toEqual({ gate: 'kind', kind: 'seasonal' })
  })

  it('is never two changes, nor one that is not the person’s to make', () => {
    expect(change({ licences: [], limitKm: 1 }, { licences: ['B'], latitude: 49.7 })).toBeNull()
    expect(change({ isReachable: false }, {})).toBeNull()
    expect(change({}, { isOpen: false })).toBeNull()
    expect(change({}, { eligiblePublics: ['disabled_worker'] })).toBeNull()
    expect(change({}, { endsOn: '2026-05-01' })).toBeNull()
  })

  it('opens every gate, whatever the pair, and a smaller one of the same kind would not', () => {
    const pairs = fc.record({
      limitKm: fc.double({ min: 0, max: 60, noNaN: true }),
      latitude: fc.double({ min: 49.3, max: 50.1, noNaN: true }),
      licences: fc.subarray(['B', 'C', 'CACES 1']),
      asked: fc.subarray(['B', 'C', 'CACES 1']),
      slots: fc.subarray([...SLOTS]),
      wanted: fc.subarray([...SLOTS]),
      kinds: fc.subarray([...OFFER_KINDS]),
      kind: fc.constantFrom(...OFFER_KINDS),
      days: fc.option(fc.integer({ min: -60, max: 250 })),
    })
    let found = 0
    fc.assert(
      fc.property(pairs, ({ limitKm, latitude, licences, asked, slots, wanted, kinds, kind, days }) => {
        const availableFrom =
          days === null ? null : new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10)
        const someone = person({ limitKm, licences, slots, kinds, availableFrom })
        const something = offer({ latitude, licences: asked, slots: wanted, kind })
        const one = oneChange(someone, something, reckoned)
        const closed = closedGates(someone, something, TODAY)
        const isOneLicence =
          closed.join() === 'licence' &&
          asked.some(
            (held) =>
              closedGates({ ...someone, licences: [...licences, held] }, something, TODAY).length === 0,
          )
        if (isOneLicence) expect(one?.gate).toBe('licence')
        if (!one) return
        found++
        expect(closed).toEqual([one.gate])
        expect(closedGates(changedPerson(someone, one), something, TODAY)).toEqual([])
        if (one.gate === 'distance')
          expect(closedGates({ ...someone, limitKm: one.km - 1 }, something, TODAY)).toEqual(['distance'])
      }),
      { numRuns: 1500, seed: 5 },
    )
    expect(found).toBeGreaterThan(100)
  })
})
