import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildOccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import { rankOffers, rankPeople } from '#app/domain/matching/rank.ts'
import { createRandom, type Random } from '#prisma/reference/random.ts'
import { createMatchingEngine } from '#workers/matching/engine.ts'
import {
  lengthAt,
  licencesAt,
  projectsAt,
  recordLength,
  skillsAt,
  writeRecord,
} from '#workers/matching/records.ts'
import { anyOffer, anyPerson, nodes, TODAY } from './any-pair.ts'

const numbers = fc.array(
  fc.oneof(
    fc.nat({ max: 40_000 }),
    fc.nat({ max: 2 ** 31 - 1 }),
    fc.constantFrom(0, 0x7fff, 0x8000, 0xffff, 0x10000, 2 ** 31 - 1),
  ),
  { maxLength: 12 },
)
const lists = fc.record({ projects: numbers, skills: numbers, licences: numbers })

test('records that stand side by side are read back as they were written, whatever stood there before', () => {
  fc.assert(
    fc.property(fc.array(lists, { minLength: 1, maxLength: 6 }), fc.integer(), (all, before) => {
      const words = all.reduce((sum, one) => sum + recordLength(one), 0)
      const records = new Int32Array(words + 1).fill(before)
      let at = 0
      const starts = all.map((one, slot) => {
        const record = at
        writeRecord(records, record, { id: Int32Array.of(slot - 1, slot, 2, 3), slot }, one)
        expect(lengthAt(records, record)).toBe(recordLength(one))
        at += recordLength(one)
        return record
      })
      expect(records[words]).toBe(before)
      const read = starts.map((record) => ({
        projects: projectsAt(records, record),
        skills: skillsAt(records, record),
        licences: licencesAt(records, record),
      }))
      expect(read).toEqual(all)
    }),
  )
})

const context = { graph: buildOccupationGraph(nodes), today: TODAY, keep: 50 }
const many = (name: string, from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${from + at}`)

/** An engine that has met more words of each kind than half a word can tell, and holds nobody. */
function createEngineOfManyWords(random: Random) {
  const engine = createMatchingEngine({ occupations: nodes })
  for (let part = 0; part < 19; part++) {
    const person = {
      ...anyPerson(random, 500 + part),
      isReachable: true,
      kinds: ['job' as const],
      skills: many('s', part * 4000, 4000),
      licences: many('l', part * 4000, 4000),
      projects: many('X', part * 1000, 1000).map((occupationCode) => ({
        occupationCode,
        experience: 'months' as const,
      })),
    }
    expect(engine.putPerson(person).ok).toBe(true)
    expect(engine.removePerson(person.profileId)).toBe(true)
  }
  return engine
}

test('words whose numbers take more than half a word match as the domain says', () => {
  const random = createRandom(12)
  const engine = createEngineOfManyWords(random)
  const { vocabulary } = engine.memory()
  for (const { size } of [vocabulary.skills, vocabulary.licences]) expect(size).toBeGreaterThan(0x10000)
  expect(vocabulary.occupations.numbers.size * 4).toBeGreaterThan(0x10000)
  const some = (name: string, most: number) => many(name, most - 6, 12).filter(() => random.chance(0.5))
  const first = 0x4000 - nodes.length
  const codes = [...many('X', first - 2, 4), ...many('X', 0x2000 - nodes.length - 2, 4)]
  const people = Array.from({ length: 300 }, (_, at) => ({
    ...anyPerson(random, at),
    skills: [...some('s', 0x8000), ...some('s', 0x10000)],
    licences: [...some('l', 0x8000), ...some('l', 0x10000), 'l67999'],
    projects: codes
      .filter(() => random.chance(0.4))
      .map((occupationCode) => ({ occupationCode, experience: 'months' as const })),
  }))
  const offers = Array.from({ length: 200 }, (_, at) => ({
    ...anyOffer(random, 10_000 + at),
    occupationCode: random.pick(codes),
    skills: [...some('s', 0x8000), ...some('s', 0x10000)],
    licences: random.pick([[], ['l67999'], ['l32767'], ['l32768', 'l65535'], ['l65536', 'l67999']]),
  }))
  for (const person of people) engine.putPerson(person)
  for (const offer of offers) engine.putOffer(offer)
  let found = 0
  for (const offer of offers.slice(0, 60)) {
    const expected = rankPeople(offer, people, context)
    expect(engine.rankPeople(offer, context)).toEqual({ ok: true, value: expected })
    found += expected.length
  }
  for (const person of people.slice(0, 60)) {
    const expected = rankOffers(person, offers, context)
    expect(engine.rankOffers(person, context)).toEqual({ ok: true, value: expected })
    found += expected.length
  }
  expect(found).toBeGreaterThan(300)
})

describe('half of a long number is taken for no other', () => {
  const random = createRandom(13)
  const place = { latitude: 47, longitude: 2 }
  const person = {
    ...anyPerson(random, 1),
    ...place,
    ...{ limitKm: 20, kinds: ['job' as const], isReachable: true, isOpenToAnyOccupation: true },
    ...{ slots: [], availableFrom: null, contracts: [], eligiblePublics: [], licences: [], skills: [] },
  }
  const offer = {
    ...anyOffer(random, 2),
    ...place,
    ...{ kind: 'job' as const, isOpen: true, occupationCode: null, contract: null },
    ...{ slots: [], startsOn: null, endsOn: null, eligiblePublics: [], licences: [], skills: [] },
  }
  const own = { occupationCode: `X${0x4000 + 2000 - nodes.length}`, experience: 'months' as const }
  test.each([
    [
      'skills, of which an offer wants 300',
      { skills: many('s', 65_600, 150) },
      { skills: many('s', 65_600, 300) },
    ],
    ['a licence', { licences: ['l65636'] }, { licences: ['l100'] }],
    [
      'a project',
      { projects: [own] },
      { occupationCode: `X${2000 - nodes.length}`, experience: 'months' as const },
    ],
  ])('%s', (_what, had, wanted) => {
    const engine = createEngineOfManyWords(random)
    const [one, other] = [
      { ...person, ...had },
      { ...offer, ...wanted },
    ]
    expect(engine.putPerson(one).ok && engine.putOffer(other).ok).toBe(true)
    expect(engine.rankPeople(other, context)).toEqual({ ok: true, value: rankPeople(other, [one], context) })
    expect(engine.rankOffers(one, context)).toEqual({ ok: true, value: rankOffers(one, [other], context) })
  })
})
