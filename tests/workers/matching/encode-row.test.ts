import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type CopiedRow, uuidAt } from '#app/db/copied-row.server.ts'
import { listMatchOffers, listMatchPeople } from '#app/db/match-candidates.server.ts'
import { OFFER_VALUES, PERSON_VALUES } from '#app/db/match-copy.server.ts'
import { readPool } from '#app/db/match-pool.server.ts'
import { queryRows } from '#app/db/raw.server.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { Offer, OfferDetails } from '#app/domain/offer.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { Result } from '#app/domain/result.ts'
import { createRandom } from '#prisma/reference/random.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { OFFER_DETAILS } from '#tests/factories/offer-content.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createArena } from '#workers/matching/arena.ts'
import { encodeOffer } from '#workers/matching/encode-offer.ts'
import { encodePerson } from '#workers/matching/encode-person.ts'
import { createRowEncoder, type RowEncoder } from '#workers/matching/encode-row.ts'
import { createVocabulary, type Encoded, type Vocabulary } from '#workers/matching/entry.ts'
import { anyOffer, anyPerson, nodes } from './any-pair.ts'
import { emptyWorld } from './pool-world.ts'

useTestDatabase()
beforeEach(emptyWorld)

const EACH = 60
const MOST_APPLICATIONS = 2
const vocabulary = (): Vocabulary => createVocabulary(createArena(), nodes)

type Read = { id: string; result: Result<Encoded> }

/** What rows are read as, people then offers, each in the order of the copy. */
async function readRows(encode: RowEncoder = createRowEncoder(vocabulary())) {
  const read: { people: Read[]; offers: Read[] } = { people: [], offers: [] }
  const keep = (reads: Read[], row: CopiedRow, value: number, result: Result<Encoded>) =>
    void reads.push({ id: uuidAt(row, value), result: structuredClone(result) })
  await readPool({
    begin() {},
    person: (row) => keep(read.people, row, PERSON_VALUES.profileId, encode.person(row)),
    offer: (row) => keep(read.offers, row, OFFER_VALUES.offerId, encode.offer(row, MOST_APPLICATIONS)),
  })
  return read
}

/** The same people and offers, in the same order, as the engine's door for one of them reads them. */
async function readItems({ people, offers }: Awaited<ReturnType<typeof readRows>>) {
  const words = vocabulary()
  const read: { people: Read[]; offers: Read[] } = { people: [], offers: [] }
  for (const { id } of people) {
    const [person] = await listMatchPeople([id])
    read.people.push({ id, result: encodePerson(person as MatchPerson, words) })
  }
  for (const { id } of offers) {
    const [offer] = await listMatchOffers([id], MOST_APPLICATIONS)
    read.offers.push({ id, result: encodeOffer(offer as MatchOffer, words) })
  }
  return read
}

const detailsOf = ({ kind, contract, eligiblePublics }: MatchOffer): OfferDetails =>
  ({ ...OFFER_DETAILS[kind], ...(contract && { contract }), eligiblePublics }) as OfferDetails

const CODES = Object.values(OCCUPATIONS).map(({ romeCode }) => romeCode)

async function createAnybody() {
  const random = createRandom(1)
  await createReferences()
  for (let number = 0; number < EACH; number++) {
    const { profileId: id, limitKm, isReachable, ...said } = anyPerson(random, number)
    const account = { channel: isReachable ? 'email' : 'none' } as const
    await createCandidate({ account, profile: { id, ...said } as unknown as Partial<Profile> })
    await db().profile.update({ where: { id }, data: { limitKm } })
  }
  for (let number = 0; number < EACH; number++) {
    const offer = anyOffer(random, EACH + number)
    const { offerId: id, contract, eligiblePublics, isOpen, ...said } = offer
    const occupationCode = said.occupationCode && CODES[number % CODES.length]
    const details = detailsOf(offer)
    await createOffer({ id, ...said, occupationCode, details } as unknown as Partial<Offer>)
    for (let sent = isOpen ? 1 : 0; sent < MOST_APPLICATIONS; sent++) await createApplication({ offerId: id })
  }
}

test('rows of a copy are read as the people and the offers that they hold', async () => {
  await createAnybody()
  const rows = await readRows()
  expect(rows.people.length).toBeGreaterThan(EACH / 2)
  expect(rows.offers.length).toBe(EACH)
  expect(rows).toEqual(await readItems(rows))
  expect(rows.offers.filter(({ result }) => result.ok && !result.value.canBeFound)).not.toEqual([])
})

const change = (set: string) => queryRows(`update profile set ${set}`)

test.each([
  [
    'accents, quotes and commas',
    `skills = array['été', 'a"b\\c', 'x, y', '{z}', '', 'été'], licences = '{CE,CE,B}'`,
  ],
  ['a brace in a code', `projects = '[{"experience": "none", "occupationCode": "a}, {b"}]'`],
  [
    'more in a project than is known',
    `projects = '[{"experience": "none", "occupationCode": "a", "of": {"b": [1]}}]'`,
  ],
  ['no project', `projects = '[]'`],
  ['the same project twice', `projects = projects || projects`],
  ['a limit of part of a km', 'limit_km = 12.25'],
  ['a limit under zero', 'limit_km = -1'],
  ['a limit without end', `limit_km = 'infinity'`],
  ['a position off the Earth', 'latitude = 90.5'],
  ['a position that is none', `longitude = 'nan'`],
  ['a day without end', `available_from = 'infinity'`],
  ['a day beyond the calendar', `available_from = '11111-01-01'`],
  ['a day before the calendar', `available_from = '0044-03-15 BC'`],
  ['a day before 1970', `available_from = '1969-12-31'`],
  ['choices unknown', `kinds = '{job,other}', slots = '{never}', eligible_publics = '{all}'`],
  ['an experience unknown', `projects = '[{"experience": "much", "occupationCode": "a"}]'`],
])('%s: the row is read, or refused, as the person is', async (_what, set) => {
  await createCandidate()
  await change(set)
  const rows = await readRows()
  expect(rows.people).toHaveLength(1)
  expect(rows).toEqual(await readItems(rows))
})

test.each([
  ['projects that are no list', `projects = '{"experience": "none"}'`],
  ['projects that are a number', `projects = '5'`],
  ['a project that is none', `projects = '[5]'`],
  ['a project without occupation', `projects = '[{"experience": "none"}]'`],
  ['a skill that is null', 'skills = array[null]'],
])('%s: the row is left out, and the next ones are read', async (_what, set) => {
  await createCandidate()
  await change(set)
  const { profile } = await createCandidate()
  const { people } = await readRows()
  expect(people.map(({ id }) => id)).toEqual([profile.id])
})

test('what a visitor throws ends the reading, and the next one is whole', async () => {
  const { profile } = await createCandidate()
  const full = () => {
    throw new Error('full')
  }
  await expect(readPool({ begin() {}, person: full, offer: full })).rejects.toThrow('full')
  expect((await readRows()).people.map(({ id }) => id)).toEqual([profile.id])
})
