import { describe, expect, it } from 'vitest'
import { distanceKm } from '#app/domain/geo.ts'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import type { Slot } from '#app/domain/schedule.ts'
import { createMatchingEngine } from '#workers/matching/engine.ts'
import { nodes, TODAY, uuid } from './any-pair.ts'

const graph = buildOccupationGraph(nodes)
const laon = { latitude: 49.5639, longitude: 3.6244 }
const soissons = { latitude: 49.3817, longitude: 3.3236 }

const person = (change: Partial<MatchPerson> = {}): MatchPerson => ({
  profileId: uuid(1),
  ...laon,
  limitKm: 20,
  projects: [{ occupationCode: 'G1602', experience: 'months' }],
  isOpenToAnyOccupation: false,
  kinds: ['job'],
  contracts: [],
  slots: [],
  availableFrom: null,
  licences: [],
  skills: [],
  eligiblePublics: [],
  isReachable: true,
  ...change,
})

const offer = (change: Partial<MatchOffer> = {}): MatchOffer => ({
  offerId: uuid(2),
  kind: 'job',
  ...laon,
  occupationCode: 'G1602',
  contract: 'cdd',
  slots: [],
  startsOn: null,
  endsOn: null,
  licences: [],
  skills: [],
  experience: 'none',
  eligiblePublics: [],
  isOpen: true,
  ...change,
})

/** Asks both ways, checks both answers against the domain, and returns the ids found: people for the offer, offers for the person. */
function ask(people: MatchPerson[], offers: MatchOffer[], keep = 50) {
  const engine = createMatchingEngine({ occupations: nodes })
  for (const one of people) expect(engine.putPerson(one)).toEqual({ ok: true, value: null })
  for (const one of offers) expect(engine.putOffer(one)).toEqual({ ok: true, value: null })
  const context = { graph, today: TODAY, keep }
  const forOffer = rankPeople(offers[0] ?? offer(), people, context)
  const forPerson = rankOffers(people[0] ?? person(), offers, context)
  expect(engine.rankPeople(offers[0] ?? offer(), context)).toEqual({ ok: true, value: forOffer })
  expect(engine.rankOffers(people[0] ?? person(), context)).toEqual({ ok: true, value: forPerson })
  return [forOffer.map(({ profileId }) => profileId), forPerson.map(({ offerId }) => offerId)]
}

const many = (count: number, change: Partial<MatchPerson> = {}) =>
  Array.from({ length: count }, (_, at) => person({ profileId: uuid(100 + at), ...change }))
const both = [[uuid(1)], [uuid(2)]]
const nobody = [[], []]

describe('edges', () => {
  it('lets in at exactly the limit, and not a hair under', () => {
    const limitKm = distanceKm(laon, soissons)
    expect(ask([person({ limitKm })], [offer(soissons)])).toEqual(both)
    expect(ask([person({ limitKm: limitKm * (1 - Number.EPSILON) })], [offer(soissons)])).toEqual(nobody)
  })

  it('knows a limit of 0 km: the same place only', () => {
    expect(ask([person({ limitKm: 0 })], [offer()])).toEqual(both)
    expect(ask([person({ limitKm: 0 })], [offer({ latitude: 49.564 })])).toEqual(nobody)
  })

  it('counts no skills and all skills', () => {
    const all = Array.from({ length: 300 }, (_, at) => `skill-${at}`)
    expect(ask([person({ skills: all })], [offer({ skills: [] })])).toEqual(both)
    expect(ask([person({ skills: [] })], [offer({ skills: all })])).toEqual(both)
    expect(ask([person({ skills: all })], [offer({ skills: all })])).toEqual(both)
    expect(ask([person({ skills: all.slice(3) })], [offer({ skills: all })])).toEqual(both)
  })

  it('holds everybody at one point, with equal scores, in the order of ids', () => {
    const [found] = ask(many(400), [offer()], 120)
    expect(found).toHaveLength(120)
    expect(found).toEqual([...(found ?? [])].sort())
  })

  it('puts the nearer first, be it by a hair', () => {
    const hairs = many(300).map((one, at) => ({
      ...one,
      ...soissons,
      longitude: soissons.longitude - (at % 7) * 4e-15,
      limitKm: 60,
    }))
    const far = new Set(hairs.map((one) => distanceKm(one, laon)))
    expect(far.size).toBeGreaterThan(3)
    expect(Math.max(...far) / Math.min(...far) - 1).toBeLessThan(2 ** -43)
    for (const keep of [20, 120]) expect(ask(hairs, [offer()], keep)[0]).toHaveLength(keep)
  })

  it('reaches the antipodes and over the date line', () => {
    const antipode = { latitude: -laon.latitude, longitude: laon.longitude - 180 }
    expect(ask([person({ limitKm: 20_100 })], [offer(antipode)])).toEqual(both)
    expect(ask([person({ limitKm: 20_000 })], [offer(antipode)])).toEqual(nobody)
    const east = { latitude: 0, longitude: 179.99 }
    expect(ask([person({ ...east, limitKm: 3 })], [offer({ latitude: 0, longitude: -179.99 })])).toEqual(both)
    expect(ask([person({ latitude: 90, longitude: 10 })], [offer({ latitude: 90, longitude: -50 })])).toEqual(
      both,
    )
  })

  it('answers an empty pool, a larger k than the pool, and a k of zero', () => {
    expect(ask([], [])).toEqual(nobody)
    expect(ask(many(3), [offer()], 1000)[0]).toHaveLength(3)
    expect(ask([person()], [offer()], 0)).toEqual(nobody)
  })

  it('serves a person open to any occupation and an offer open to anybody', () => {
    expect(ask([person({ isOpenToAnyOccupation: true, projects: [] })], [offer()])).toEqual(both)
    expect(ask([person({ projects: [] })], [offer({ occupationCode: null })])).toEqual(both)
    expect(ask([person({ projects: [] })], [offer()])).toEqual(nobody)
  })

  it('finds nobody for an occupation that nobody has, and knows one that no list holds', () => {
    expect(ask([person()], [offer({ occupationCode: 'Z9999' })])).toEqual(nobody)
    const rare = [{ occupationCode: 'Z9999', experience: 'none' as const }]
    expect(ask([person({ projects: rare })], [offer({ occupationCode: 'Z9999' })])).toEqual(both)
  })

  it('knows an offer without a place, and dates in the past', () => {
    expect(ask([person()], [offer({ latitude: null, longitude: null })])).toEqual(nobody)
    expect(ask([person()], [offer({ endsOn: '2026-05-31' })])).toEqual(nobody)
    expect(ask([person({ availableFrom: '2020-01-01' })], [offer({ startsOn: '2021-01-01' })])).toEqual(both)
  })

  it('leaves people who do not want to be proposed their own list', () => {
    const silent = person({ isReachable: false })
    expect(ask([silent], [offer()])).toEqual([[], [uuid(2)]])
  })

  it('counts the experience of whoever is open to other occupations too', () => {
    const open = person({
      isOpenToAnyOccupation: true,
      projects: [{ occupationCode: 'G1602', experience: 'three_years' }],
    })
    for (const { romeCode } of nodes.slice(-160))
      expect(ask([open], [offer({ occupationCode: romeCode, experience: 'three_years' })])).toEqual(both)
  })

  it('counts the longest experience, in whichever project it was had', () => {
    for (const { romeCode: occupationCode } of nodes.slice(-40)) {
      const related = nodes.filter(
        ({ romeCode }) => romeCode !== occupationCode && graph.proximity(romeCode, occupationCode) > 0,
      )
      const someone = person({
        projects: [
          { occupationCode: related.at(-1)?.romeCode ?? '', experience: 'three_years' },
          { occupationCode, experience: 'none' },
        ],
      })
      const others = many(60, { projects: [{ occupationCode, experience: 'months' }] })
      const [found] = ask([...others, someone], [offer({ occupationCode, experience: 'one_year' })], 5)
      expect(found?.[0]).toBe(uuid(1))
    }
  })

  it('counts what is said twice once', () => {
    const twice = {
      skills: ['s1', 's1', 's2'],
      slots: ['mon_morning', 'mon_morning', 'tue_night'] as Slot[],
      licences: ['B', 'B'],
    }
    const half = {
      skills: ['s1', 's1'],
      slots: ['mon_morning', 'mon_morning'] as Slot[],
      licences: ['B', 'B'],
    }
    expect(ask([person(half)], [offer(twice)])).toEqual(both)
    expect(ask([person(twice)], [offer(half)])).toEqual(both)
  })

  it('tells apart more licences than there are bits', () => {
    const all = Array.from({ length: 40 }, (_, at) => `licence-${at}`)
    const engine = createMatchingEngine({ occupations: nodes })
    engine.putPerson(person({ licences: all.slice(0, 39) }))
    const wanted = { today: TODAY, keep: 5 }
    const asked = (licence: string) => engine.rankPeople(offer({ licences: [licence] }), wanted)
    expect(asked('licence-38')).toMatchObject({ ok: true, value: [{ profileId: uuid(1) }] })
    expect(asked('licence-39')).toEqual({ ok: true, value: [] })
  })
})

describe('the door', () => {
  const bad: [string, Partial<MatchPerson>][] = [
    ['latitude', { latitude: Number.NaN }],
    ['latitude', { longitude: Number.POSITIVE_INFINITY }],
    ['limitKm', { limitKm: Number.NaN }],
    ['limitKm', { limitKm: Number.POSITIVE_INFINITY }],
    ['availableFrom', { availableFrom: '2026-02-30' }],
    ['profileId', { profileId: 'somebody' }],
  ]
  it.each(bad)('refuses a person whose %s is wrong, and keeps the one known', (field, change) => {
    const engine = createMatchingEngine({ occupations: nodes })
    engine.putPerson(person())
    const refused = engine.putPerson(person(change))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } })
    expect(refused.ok ? [] : Object.keys(refused.refusal.fields)).toEqual([field])
    expect(engine.rankOffers(person(change), { today: TODAY, keep: 5 }).ok).toBe(false)
    expect(engine.size()).toEqual({ people: 1, offers: 0 })
  })

  it('refuses an offer off the Earth, and a day that does not exist', () => {
    const engine = createMatchingEngine({ occupations: nodes })
    expect(engine.putOffer(offer({ latitude: 91 })).ok).toBe(false)
    expect(engine.putOffer(offer({ longitude: Number.NaN })).ok).toBe(false)
    expect(engine.putOffer(offer({ endsOn: 'tomorrow' })).ok).toBe(false)
    expect(engine.rankPeople(offer(), { today: 'today', keep: 5 }).ok).toBe(false)
  })

  it('forgets whoever is removed, and finds who is added again', () => {
    const engine = createMatchingEngine({ occupations: nodes })
    const found = () => {
      const ranked = engine.rankPeople(offer(), { today: TODAY, keep: 5 })
      return ranked.ok ? ranked.value.map(({ profileId }) => profileId) : []
    }
    engine.putPerson(person())
    expect(found()).toEqual([uuid(1)])
    expect(engine.removePerson(uuid(1))).toBe(true)
    expect(engine.removePerson(uuid(1))).toBe(false)
    expect(engine.removePerson('somebody')).toBe(false)
    expect(found()).toEqual([])
    engine.putPerson(person())
    expect(found()).toEqual([uuid(1)])
    engine.putPerson(person({ isReachable: false }))
    expect(found()).toEqual([])
  })
})
