import { describe, expect, it } from 'vitest'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { createMatchingEngine } from '#workers/matching/engine.ts'
import { anyOffer, anyPerson, nodes, TODAY } from './any-pair.ts'

const graph = buildOccupationGraph(nodes)
const KEEPS = [1, 3, 10, 50, 5000]

describe('the engine answers as the domain does over the whole pool', () => {
  it.each([1, 2, 3, 4, 5])('for 100 random questions each way (seed %i)', (seed) => {
    const random = createRandom(seed)
    const people = Array.from({ length: 900 }, (_, number) => anyPerson(random, number))
    const offers = Array.from({ length: 700 }, (_, number) => anyOffer(random, 10_000 + number))
    const engine = createMatchingEngine({ occupations: nodes })
    for (const person of people) expect(engine.putPerson(person).ok).toBe(true)
    for (const offer of offers) expect(engine.putOffer(offer).ok).toBe(true)
    let found = 0
    for (let query = 0; query < 100; query++) {
      const keep = random.pick(KEEPS)
      const context = { graph, today: TODAY, keep }
      const offer = random.chance(0.5) ? random.pick(offers) : anyOffer(random, 50_000 + query)
      const forOffer = rankPeople(offer, people, context)
      expect(engine.rankPeople(offer, context)).toEqual({ ok: true, value: forOffer })
      const person = random.chance(0.5) ? random.pick(people) : anyPerson(random, 60_000 + query)
      const forPerson = rankOffers(person, offers, context)
      expect(engine.rankOffers(person, context)).toEqual({ ok: true, value: forPerson })
      found += Math.min(forOffer.length, forPerson.length)
    }
    expect(found).toBeGreaterThan(100)
  })

  it('where hardly anything but the way there tells people apart', () => {
    const random = createRandom(6)
    const alike = { slots: [], licences: [], skills: [], contracts: [], eligiblePublics: [] }
    const near = () => ({ latitude: 47 + random.int(0, 60) / 200, longitude: 2 + random.int(0, 60) / 200 })
    const people = Array.from({ length: 600 }, (_, number) => ({
      ...anyPerson(random, number),
      ...alike,
      ...near(),
      ...{ kinds: ['job' as const], availableFrom: null, limitKm: random.pick([7, 15, 30]) },
    }))
    const engine = createMatchingEngine({ occupations: nodes })
    for (const person of people) engine.putPerson(person)
    const gone = people.splice(20, 40)
    for (const { profileId } of gone) expect(typeof engine.removePerson(profileId)).toBe('boolean')
    for (let query = 0; query < 300; query++) {
      const offer = {
        ...anyOffer(random, 1000 + query),
        ...alike,
        ...near(),
        kind: 'job' as const,
        isOpen: true,
      }
      const wanted = { ...offer, contract: null, startsOn: null, endsOn: null }
      const context = { graph, today: TODAY, keep: random.pick([1, 2, 3, 10]) }
      expect(engine.rankPeople(wanted, context)).toEqual({
        ok: true,
        value: rankPeople(wanted, people, context),
      })
    }
  })

  it('while people and offers come, change and go between the questions', () => {
    const random = createRandom(77)
    const engine = createMatchingEngine({ occupations: nodes })
    const people = new Map(
      Array.from({ length: 300 }, (_, number) => [number, anyPerson(random, number)] as const),
    )
    const offers = new Map(
      Array.from({ length: 300 }, (_, number) => [number, anyOffer(random, number)] as const),
    )
    for (const person of people.values()) engine.putPerson(person)
    for (const offer of offers.values()) engine.putOffer(offer)
    for (let step = 0; step < 600; step++) {
      const number = random.int(0, 399)
      const id = anyPerson(random, number).profileId
      if (random.chance(0.3)) {
        people.delete(number)
        offers.delete(number)
        engine.removePerson(id)
        engine.removeOffer(id)
      } else {
        people.set(number, anyPerson(random, number))
        offers.set(number, anyOffer(random, number))
        engine.putPerson(people.get(number) ?? anyPerson(random, number))
        engine.putOffer(offers.get(number) ?? anyOffer(random, number))
      }
      if (step % 3 > 0) continue
      const context = { graph, today: TODAY, keep: random.pick(KEEPS) }
      const offer = anyOffer(random, 1000)
      expect(engine.rankPeople(offer, context)).toEqual({
        ok: true,
        value: rankPeople(offer, [...people.values()], context),
      })
      const person = anyPerson(random, 1000)
      expect(engine.rankOffers(person, context)).toEqual({
        ok: true,
        value: rankOffers(person, [...offers.values()], context),
      })
    }
  })
})
