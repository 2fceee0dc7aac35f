import { describe, expect, it } from 'vitest'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { context, offer, person } from './people.ts'

const keep = (n: number) => ({ ...context, keep: n })

describe('ranking', () => {
  const people = [
    person({ profileId: 'far', latitude: 49.68 }),
    person({ profileId: 'near' }),
    person({ profileId: 'other-work', projects: [{ occupationCode: 'G1602', experience: 'none' }] }),
    person({ profileId: 'close', projects: [{ occupationCode: 'A1402', experience: 'none' }] }),
    person({ profileId: 'no-licence', licences: [] }),
  ]

  it('keeps those whose gates are open and whose occupation has something in common, best first', () => {
    const ranked = rankPeople(offer({ licences: ['B'] }), people, keep(10))
    expect(ranked.map((r) => r.profileId)).toEqual(['near', 'far', 'close'])
  })

  it('does not depend on the order of the input, and keeps no more than asked', () => {
    const twins = ['c', 'a', 'b'].map((profileId) => person({ profileId }))
    const ids = (list: typeof twins) => rankPeople(offer(), list, keep(2)).map((r) => r.profileId)
    expect(ids(twins)).toEqual(['a', 'b'])
    expect(ids([...twins].reverse())).toEqual(['a', 'b'])
  })

  it('gives a person the same pairs as the offers give', () => {
    const offers = [
      offer({ offerId: 'o2', occupationCode: 'A1418' }),
      offer(),
      offer({ offerId: 'o3', occupationCode: null }),
    ]
    const fromPerson = rankOffers(person(), offers, keep(10))
    for (const pair of fromPerson) {
      const same = offers.filter((o) => o.offerId === pair.offerId)
      expect(rankPeople(same[0] ?? offer(), [person()], keep(1))).toEqual([pair])
    }
    expect(fromPerson.map((p) => p.offerId)).toEqual(['o1', 'o2', 'o3'])
  })

  it('leaves people who do not want to be proposed their own list, and proposes them to nobody', () => {
    const silent = person({ isReachable: false })
    expect(rankPeople(offer(), [silent], keep(5))).toEqual([])
    expect(rankOffers(silent, [offer()], keep(5))).toEqual(rankOffers(person(), [offer()], keep(5)))
  })

  it('answers an empty pool and a person without project with nobody and nothing', () => {
    expect(rankPeople(offer(), [], keep(50))).toEqual([])
    expect(rankOffers(person({ projects: [] }), [offer()], keep(50))).toEqual([])
  })
})
