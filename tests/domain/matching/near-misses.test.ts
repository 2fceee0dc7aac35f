import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedPerson, oneChange } from '#app/domain/matching/counterfactual.ts'
import { closedGates } from '#app/domain/matching/gates.ts'
import { nearMisses, suggestedOccupations, suggestedReachKm } from '#app/domain/matching/near-misses.ts'
import { compareRanked } from '#app/domain/matching/rank.ts'
import { scorePair } from '#app/domain/matching/score.ts'
import { OFFER_KINDS } from '#app/domain/offer.ts'
import { context, graph, offer, person, TODAY } from './people.ts'

const keepAll = { ...context, keep: 1000, travel: null }

describe('offers that one change would open', () => {
  it('best first by the score after the change, the change said', () => {
    const someone = person({ licences: [], limitKm: 10 })
    const found = nearMisses(
      someone,
      [
        offer({ offerId: 'open' }),
        offer({ offerId: 'far', latitude: 49.7 }),
        offer({ offerId: 'licence', licences: ['B'] }),
        offer({ offerId: 'both', licences: ['B'], latitude: 49.7 }),
        offer({ offerId: 'other trade', licences: ['B'], occupationCode: 'G1602' }),
        offer({ offerId: 'closed', isOpen: false }),
      ],
      keepAll,
    )
    expect(found.map(({ offerId, change }) => [offerId, change])).toEqual([
      ['licence', { gate: 'licence', licence: 'B' }],
      ['far', { gate: 'distance', km: 16, raised: null }],
    ])
    expect(found[0]?.scoreTenths).toBe(1000)
  })

  it('the best for each kind of change before the second for any', () => {
    const someone = person({ licences: [], limitKm: 10 })
    const licence = ['a', 'b', 'c'].map((offerId) => offer({ offerId, licences: ['B'] }))
    const far = offer({ offerId: 'far', latitude: 49.7 })
    const ids = nearMisses(someone, [...licence, far], keepAll).map(({ offerId }) => offerId)
    expect(ids).toEqual(['a', 'far', 'b', 'c'])
  })

  it('a longer way: twice the limit, or ten kilometres more', () => {
    expect([0, 5, 10, 30].map((limitKm) => suggestedReachKm({ limitKm }))).toEqual([10, 15, 20, 60])
    const far = offer({ latitude: 49.7 })
    expect(nearMisses(person({ limitKm: 5 }), [far], keepAll)).toEqual([])
    expect(nearMisses(person({ limitKm: 8 }), [far], keepAll)).toHaveLength(1)
  })

  it('volunteering is never suggested to somebody who did not ask for it', () => {
    const mission = offer({ kind: 'volunteering' })
    expect(nearMisses(person(), [mission], keepAll)).toEqual([])
    expect(nearMisses(person({ kinds: ['job'] }), [offer()], keepAll)).toHaveLength(1)
    const asked = person({ kinds: ['volunteering'], licences: [] })
    expect(nearMisses(asked, [{ ...mission, licences: ['B'] }], keepAll)).toHaveLength(1)
  })

  it('are read by somebody who stopped our messages too', () => {
    const stopped = person({ isReachable: false, licences: [] })
    expect(nearMisses(stopped, [offer({ licences: ['B'] })], keepAll)).toHaveLength(1)
    expect(nearMisses(stopped, [offer()], keepAll)).toEqual([])
  })

  it('are exactly the pairs that the rule names, whatever the order of the offers', () => {
    const offers = fc.array(
      fc
        .record({
          kind: fc.constantFrom(...OFFER_KINDS),
          latitude: fc.double({ min: 49.4, max: 49.9, noNaN: true }),
          licences: fc.subarray(['B', 'C']),
          occupationCode: fc.option(fc.constantFrom('A1401', 'A1402', 'G1602')),
          endsOn: fc.constantFrom(null, '2026-05-01', '2026-09-30'),
        })
        .map((change) => offer(change)),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(offers, fc.integer({ min: 1, max: 5 }), (list, keep) => {
        const someone = person({ limitKm: 12 })
        const named = list.map((one, index) => ({ ...one, offerId: `o${String(index).padStart(2, '0')}` }))
        const byRule = named
          .flatMap((one) => {
            const change = oneChange(someone, one, keepAll)
            if (!change || (change.gate === 'kind' && change.kind === 'volunteering')) return []
            if (change.gate === 'distance' && change.km > 24) return []
            const score = scorePair(changedPerson(someone, change), one, context)
            return score.occupation > 0
              ? [{ ...score, change, offerId: one.offerId, profileId: someone.profileId }]
              : []
          })
          .sort(compareRanked)
          .map((miss, index, all) => {
            const before = all.slice(0, index).filter(({ change }) => change.gate === miss.change.gate)
            return { miss, turn: before.length }
          })
          .sort((a, b) => a.turn - b.turn || compareRanked(a.miss, b.miss))
          .map(({ miss }) => miss)
          .slice(0, keep)
        expect(nearMisses(someone, [...named].reverse(), { ...keepAll, keep })).toEqual(byRule)
        for (const miss of byRule) {
          const one = named.find(({ offerId }) => offerId === miss.offerId)
          if (one) expect(closedGates(changedPerson(someone, miss.change), one, TODAY)).toEqual([])
        }
      }),
    )
  })
})

describe('the occupations looked at', () => {
  const nodes = ['A1401', 'A1402', 'A1418', 'A1403', 'A1444', 'K2205', 'K1304', 'G1602'].map((romeCode) => ({
    romeCode,
  }))

  it('are those wanted and their neighbours, not those two steps away', () => {
    expect(suggestedOccupations(person(), nodes, graph)?.sort()).toEqual(
      ['A1401', 'A1402', 'A1403', 'A1418', 'K2205'].sort(),
    )
  })

  it('keep an occupation that the list does not know; none wanted is none; open is any', () => {
    const unknown = person({ projects: [{ occupationCode: 'Z9999', experience: 'none' }] })
    expect(suggestedOccupations(unknown, nodes, graph)).toEqual(['Z9999'])
    expect(suggestedOccupations(person({ projects: [] }), nodes, graph)).toEqual([])
    expect(suggestedOccupations(person({ isOpenToAnyOccupation: true }), nodes, graph)).toBeNull()
  })
})
