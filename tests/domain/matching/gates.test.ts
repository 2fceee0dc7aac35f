import { describe, expect, it } from 'vitest'
import { distanceKm } from '#app/domain/geo.ts'
import { GATES } from '#app/domain/matching/criteria.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import { laon, offer, person, TODAY } from './people.ts'

const soissons = { latitude: 49.3817, longitude: 3.3236 }

describe('gates', () => {
  it('are all open for a pair that fits', () => {
    expect(closedGates(person(), offer(), TODAY)).toEqual([])
  })

  it.each([
    ['kind', person({ kinds: ['job'] }), offer()],
    ['distance', person(), offer(soissons)],
    ['distance', person(), offer({ latitude: null, longitude: null })],
    ['licence', person({ licences: [] }), offer({ licences: ['B'] })],
    ['schedule', person({ slots: ['mon_morning'] }), offer({ slots: ['sat_night'] })],
    ['dates', person({ availableFrom: '2026-10-01' }), offer()],
    ['dates', person(), offer({ endsOn: '2026-05-31' })],
    ['dates', person({ availableFrom: '2026-08-15' }), offer({ endsOn: null })],
    ['eligibility', person(), offer({ eligiblePublics: ['disabled_worker'] })],
    ['consent', person({ isReachable: false }), offer()],
    ['capacity', person(), offer({ isOpen: false })],
  ] as const)('%s closes alone', (gate, someone, something) => {
    expect(closedGates(someone, something, TODAY)).toEqual([gate])
  })

  it('count the licences that another gives: C comes after B, and each gives AM', () => {
    const asks = (held: string[], licences: string[]) =>
      closedGates(person({ licences: held }), offer({ licences }), TODAY)
    expect(asks(['C'], ['B'])).toEqual([])
    expect(asks(['CE'], ['C', 'BE', 'AM'])).toEqual([])
    expect(asks(['A'], ['A1'])).toEqual([])
    expect(asks(['B'], ['C'])).toEqual(['licence'])
    expect(asks(['AM'], ['B'])).toEqual(['licence'])
  })

  it('reckon from today for an offer that has begun: whoever is free now is not late', () => {
    const begun = offer({ startsOn: '2026-03-01', endsOn: null })
    expect(closedGates(person({ availableFrom: TODAY }), begun, TODAY)).toEqual([])
    expect(closedGates(person({ availableFrom: '2026-07-31' }), begun, TODAY)).toEqual([])
    expect(closedGates(person({ availableFrom: '2026-08-01' }), begun, TODAY)).toEqual(['dates'])
  })

  it('close at the person’s own limit, to the metre', () => {
    const km = distanceKm(laon, soissons)
    expect(closedGates(person({ limitKm: km }), offer(soissons), TODAY)).toEqual([])
    expect(closedGates(person({ limitKm: km - 0.001 }), offer(soissons), TODAY)).toEqual(['distance'])
  })

  it('read the eligible publics only where the law reserves the offer', () => {
    const eligible = person({ kinds: ['clause'], eligiblePublics: ['minimum_benefits'] })
    const reserved = offer({ kind: 'clause', eligiblePublics: ['minimum_benefits', 'disabled_worker'] })
    expect(closedGates(eligible, reserved, TODAY)).toEqual([])
  })

  it('are reported in their fixed order', () => {
    const nobody = person({ kinds: [], licences: [], isReachable: false, limitKm: 0 })
    const nothing = offer({ ...soissons, licences: ['C'], isOpen: false })
    const closed = closedGates(nobody, nothing, TODAY)
    expect(closed).toEqual(GATES.filter((gate) => closed.includes(gate)))
    expect(closed).toEqual(['kind', 'distance', 'licence', 'consent', 'capacity'])
  })
})
