import { expect, test } from 'vitest'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { createRandom, type Random } from '#prisma/reference/random.ts'
import { MemoryFull, take } from '#workers/matching/arena.ts'
import { createMatchingEngine, createSearches, type MatchingEngine } from '#workers/matching/engine.ts'
import { rematchSlots } from '#workers/matching/rematch-slots.ts'
import { anyOffer, anyPerson, nodes, TODAY } from './any-pair.ts'

const graph = buildOccupationGraph(nodes)
const GB = 2 ** 30
const MB = 2 ** 20

/** Takes so many bytes of an engine's memory, so that what comes next stands behind them. */
function takeBytes(engine: MatchingEngine, bytes: number) {
  const { arena } = engine.memory().people
  for (let left = bytes; left > 0; left -= 64 * MB) take(arena, Math.min(left, 64 * MB))
}

type World = { engine: MatchingEngine; people: MatchPerson[]; offers: MatchOffer[] }

function createFilled(random: Random, before = (_: MatchingEngine) => {}): World {
  const engine = createMatchingEngine({ occupations: nodes })
  before(engine)
  const people = Array.from({ length: 600 }, (_, number) => anyPerson(random, number))
  const offers = Array.from({ length: 400 }, (_, number) => anyOffer(random, 10_000 + number))
  for (const person of people) expect(engine.putPerson(person).ok).toBe(true)
  for (const offer of offers) expect(engine.putOffer(offer).ok).toBe(true)
  return { engine, people, offers }
}

/** Asks both ways, compares both answers with the domain, and returns how many pairs were found. */
function ask(
  { engine, people, offers }: World,
  person: MatchPerson,
  offer: MatchOffer,
  keep: number,
): number {
  const context = { graph, today: TODAY, keep }
  const forPerson = rankOffers(person, offers, context)
  const forOffer = rankPeople(offer, people, context)
  expect(engine.rankOffers(person, context)).toEqual({ ok: true, value: forPerson })
  expect(engine.rankPeople(offer, context)).toEqual({ ok: true, value: forOffer })
  return forPerson.length + forOffer.length
}

test.each([
  ['over two gigabytes', 2 * GB - 12 * MB],
  ['beyond two gigabytes', 2 * GB + 5 * MB],
  ['at the end of four', 4 * GB - 80 * MB],
])('addresses %s', (_name, bytes) => {
  const random = createRandom(5)
  const world = createFilled(random, (engine) => takeBytes(engine, bytes))
  let found = 0
  for (let at = 0; at < 25; at++)
    found += ask(
      world,
      anyPerson(random, 60_000 + at),
      anyOffer(random, 50_000 + at),
      [1, 10, 5000][at % 3] ?? 0,
    )
  expect(found).toBeGreaterThan(200)
  expect(world.engine.memory().people.records.byteOffset).toBeGreaterThan(bytes)
})

test('a question that finds no room throws, and so does the next: none is answered from less than it needs', () => {
  const random = createRandom(6)
  const world = createFilled(random)
  const offer = world.offers.find(
    (one) => rankPeople(one, world.people, { graph, today: TODAY, keep: 5000 }).length > 70,
  ) as MatchOffer
  const few = { today: TODAY, keep: 3 }
  const before = world.engine.rankPeople(offer, few)
  const { memory } = world.engine.memory().people.arena
  for (let pages = 2 ** 14; pages > 0; pages >>= 1)
    while (memory.buffer.byteLength / 65_536 + pages < 65_536) memory.grow(pages)
  for (let time = 0; time < 3; time++)
    expect(() => world.engine.rankPeople(offer, { today: TODAY, keep: 5000 })).toThrow(MemoryFull)
  expect(world.engine.rankPeople(offer, few)).toEqual(before)
})

test('questions that name more than any before: projects, licences, skills, occupations new to everybody', () => {
  const random = createRandom(7)
  const world = createFilled(random)
  const licences = Array.from({ length: 200 }, (_, at) => `licence-${at}`)
  const skills = Array.from({ length: 500 }, (_, at) => `skill-${at}`)
  const projects = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      occupationCode: `N${from + at}`,
      experience: 'months' as const,
    }))
  let found = 0
  for (const [turn, count] of [1, 70, 300, 2500].entries()) {
    const person = {
      ...anyPerson(random, 70_000 + turn),
      limitKm: 20_100,
      isReachable: true,
      licences,
      skills,
    }
    const offer = {
      ...anyOffer(random, 80_000 + turn),
      isOpen: true,
      licences: licences.slice(0, count),
      skills,
    }
    const known = { ...person, profileId: anyPerson(random, 90_000 + turn).profileId }
    const wider = { ...known, projects: [...known.projects, ...projects(turn * 10_000, count)] }
    found += ask(world, { ...person, projects: [...person.projects, ...projects(0, count)] }, offer, 50)
    world.people.push(wider)
    expect(world.engine.putPerson(wider).ok).toBe(true)
    found += ask(world, wider, { ...offer, occupationCode: `N${turn * 10_000 + count - 1}` }, 50)
  }
  expect(found).toBeGreaterThan(100)
})

test('a pool of one, then of thousands', () => {
  const random = createRandom(8)
  const engine = createMatchingEngine({ occupations: nodes })
  const place = { latitude: 47, longitude: 2 }
  const person = {
    ...anyPerson(random, 1),
    ...place,
    limitKm: 30,
    isReachable: true,
    kinds: ['job' as const],
  }
  const offer: MatchOffer = { ...anyOffer(random, 1), ...place, kind: 'job', contract: 'cdd', isOpen: true }
  const plain = {
    occupationCode: null,
    licences: [],
    slots: [],
    eligiblePublics: [],
    startsOn: null,
    endsOn: null,
  }
  const world: World = { engine, people: [], offers: [] }
  for (let at = 0; at < 3000; at++) {
    const one = { ...person, availableFrom: null, profileId: anyPerson(random, at).profileId }
    world.people.push(one)
    expect(engine.putPerson(one).ok).toBe(true)
    if (at % 1499 === 0) expect(ask(world, person, { ...offer, ...plain }, 5000)).toBe(at + 1)
  }
})

test('room is made before each question for all that it may mark', () => {
  const random = createRandom(11)
  const { engine } = createFilled(random)
  const memory = engine.memory()
  const search = createSearches(memory).people
  const { occupations, skills } = memory.vocabulary
  for (const turn of [0, 1, 2]) {
    for (let at = 0; at < 3000 * turn; at++)
      engine.putPerson({
        ...anyPerson(random, 100_000 * turn + at),
        skills: [`new-${turn}-${at}`],
        projects: [{ occupationCode: `R${turn}-${at}`, experience: 'months' }],
      })
    rematchSlots(search, { asking: memory.offers, from: 0, to: 3, today: 20_605, keep: 5000 }, () => {})
    const { marks } = search
    expect(marks.slots).toBeGreaterThanOrEqual(memory.people.slots)
    expect(marks.rows).toBeGreaterThanOrEqual(Math.min(5000, memory.people.slots))
    for (const array of [marks.proximities, marks.levels, marks.swept])
      expect(array.length).toBeGreaterThanOrEqual(occupations.numbers.size)
    expect(marks.skillMarks.length).toBeGreaterThanOrEqual(skills.size)
  }
  expect(occupations.numbers.size).toBeGreaterThan(nodes.length + 8000)
})
