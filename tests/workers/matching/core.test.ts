import { expect, test } from 'vitest'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { createMatchingEngine } from '#workers/matching/engine.ts'
import { anyOffer, anyPerson, nodes, TODAY } from './any-pair.ts'

const graph = buildOccupationGraph(nodes)

function compare(people: MatchPerson[], offers: MatchOffer[], keep: number) {
  const engine = createMatchingEngine({ occupations: nodes })
  for (const person of people) expect(engine.putPerson(person).ok).toBe(true)
  for (const offer of offers) expect(engine.putOffer(offer).ok).toBe(true)
  const context = { graph, today: TODAY, keep }
  const [offer, person] = [offers[0] as MatchOffer, people[0] as MatchPerson]
  const forOffer = rankPeople(offer, people, context)
  const forPerson = rankOffers(person, offers, context)
  for (let time = 0; time < 2; time++) {
    expect(engine.rankPeople(offer, context)).toEqual({ ok: true, value: forOffer })
    expect(engine.rankOffers(person, context)).toEqual({ ok: true, value: forPerson })
  }
  return { people: forOffer.length, offers: forPerson.length }
}

const random = createRandom(4)
const person: MatchPerson = { ...anyPerson(random, 1), limitKm: 20_100, isReachable: true, kinds: ['job'] }
const laon = { latitude: 49.5639, longitude: 3.6244 }
const offer: MatchOffer = { ...anyOffer(random, 1), ...laon, kind: 'job', contract: 'cdd', isOpen: true }
const open: Partial<MatchPerson & MatchOffer> = {
  skills: [],
  slots: [],
  licences: [],
  eligiblePublics: [],
  contracts: [],
  isOpenToAnyOccupation: true,
  availableFrom: null,
  startsOn: null,
  endsOn: null,
}
/** Ids whose first eight digits are the same. */
const id = (number: number) => `00abcdef-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

test('thousands met and kept, all as good and as near, whose ids differ in their last digits', () => {
  const people = Array.from({ length: 3000 }, (_, at) => ({
    ...person,
    ...open,
    profileId: id((at * 7919) % 3000),
    ...laon,
  }))
  const offers = Array.from({ length: 3000 }, (_, at) => ({
    ...offer,
    ...open,
    offerId: id((at * 7907) % 3000),
  }))
  expect(compare(people, offers, 5000)).toEqual({ people: 3000, offers: 3000 })
  expect(compare(people, offers, 40)).toEqual({ people: 40, offers: 40 })
})

test('more cells around a question than are gathered at once', () => {
  const everywhere = (at: number) => ({
    latitude: ((at * 37) % 170) - 85,
    longitude: ((at * 61) % 358) - 179,
  })
  // Around the pole, hundreds of cells are within reach of whoever can come 140 km.
  const people = Array.from({ length: 2500 }, (_, at) => ({
    ...person,
    ...open,
    latitude: 89.05 + (at % 9) / 10,
    longitude: at * 0.144 - 180,
    limitKm: 140,
    profileId: id(at),
  }))
  const wanderer = { ...person, ...open, profileId: id(9000) }
  const offers = Array.from({ length: 2500 }, (_, at) => ({
    ...offer,
    ...open,
    ...everywhere(at),
    offerId: id(at),
  }))
  const north = {
    ...offer,
    ...open,
    occupationCode: null,
    latitude: 90,
    longitude: 0,
    offerId: id(9001),
  }
  expect(compare([wanderer, ...people], [north, ...offers], 5000)).toEqual({ people: 2501, offers: 2501 })
})

test('changes after the first question: arrays move, and the core follows', () => {
  const engine = createMatchingEngine({ occupations: nodes })
  const source = createRandom(9)
  const people: MatchPerson[] = []
  let found = 0
  for (let at = 0; at < 1500; at++) {
    const one = anyPerson(source, at)
    people.push(one)
    expect(engine.putPerson(one).ok).toBe(true)
    if (at % 100 > 0) continue
    const context = { graph, today: TODAY, keep: 20 }
    const asked = anyOffer(source, 90_000 + at)
    const expected = rankPeople(asked, people, context)
    found += expected.length
    expect(engine.rankPeople(asked, context)).toEqual({ ok: true, value: expected })
  }
  expect(found).toBeGreaterThan(50)
})

test('somebody in the last column of the Earth, seen from the first', () => {
  const columns = 26
  const people = Array.from({ length: 18 * columns }, (_, at) => ({
    ...person,
    ...open,
    latitude: Math.floor(at / columns) * 10 - 85,
    longitude: Math.min(180, (((at % columns) + 0.9) * 360) / columns - 180),
    limitKm: 2157,
    profileId: id(at),
  }))
  const asked = [-179, -175, -170, -168, 175, 180].flatMap((longitude) =>
    [-55, -51, 51, 55, 59].map((latitude) => ({ ...offer, ...open, latitude, longitude })),
  )
  const engine = createMatchingEngine({ occupations: nodes })
  for (const one of people) engine.putPerson(one)
  const context = { graph, today: TODAY, keep: 500 }
  for (const one of asked)
    expect(engine.rankPeople(one, context)).toEqual({ ok: true, value: rankPeople(one, people, context) })
})

test('cells around a question anywhere on Earth: near the poles, over the date line', () => {
  const source = createRandom(31)
  const centres = [0, 47, -62, 84, 89.2, -89.6].flatMap((latitude) =>
    [0, 179.9, -179.95, -61].map((longitude) => ({ latitude, longitude })),
  )
  const near = () => {
    const { latitude, longitude } = source.pick(centres)
    const east = longitude + ((source.next() - 0.5) * 4) / Math.cos((latitude * Math.PI) / 180)
    return {
      latitude: Math.max(-90, Math.min(90, latitude + (source.next() - 0.5) * 4)),
      longitude: ((((east + 180) % 360) + 360) % 360) - 180,
    }
  }
  const limits = [5, 20, 45, 60, 130, 150, 400]
  const people = Array.from({ length: 4000 }, (_, at) => ({
    ...person,
    ...open,
    ...near(),
    limitKm: source.pick(limits),
    profileId: id(at),
  }))
  const offers = Array.from({ length: 2000 }, (_, at) => ({ ...offer, ...open, ...near(), offerId: id(at) }))
  const engine = createMatchingEngine({ occupations: nodes })
  for (const one of people) engine.putPerson(one)
  for (const one of offers) engine.putOffer(one)
  const context = { graph, today: TODAY, keep: 5000 }
  let found = 0
  for (let at = 0; at < 60; at++) {
    const [asking, asked] = [people[at] as MatchPerson, offers[at] as MatchOffer]
    const forPerson = rankOffers(asking, offers, context)
    const forOffer = rankPeople(asked, people, context)
    found += Math.min(1, forPerson.length) + Math.min(1, forOffer.length)
    expect(engine.rankOffers(asking, context)).toEqual({ ok: true, value: forPerson })
    expect(engine.rankPeople(asked, context)).toEqual({ ok: true, value: forOffer })
  }
  expect(found).toBeGreaterThan(60)
})
