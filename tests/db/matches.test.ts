import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import {
  lockMatches,
  lockTerritories,
  type Replacement,
  type RescoredPair,
  removeProposed,
  replaceMatches,
} from '#app/db/match-replacement.server.ts'
import { findMatch, listMatchesOfOffer, listMatchesOfProfile, saveMatch } from '#app/db/matches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Scope } from '#app/domain/actor.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { ok } from '#app/domain/result.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
const SYSTEM: Scope = { kind: 'system' }

let offerId = ''
let territoryId = ''
let people: string[] = []
beforeEach(async () => {
  ;({ id: offerId, territoryId } = await createOffer())
  people = []
  for (let i = 0; i < 4; i++) people.push((await createCandidate()).profile.id)
})

const pair = (profileId = '', scoreTenths = 700, of = offerId): RankedPair => ({
  offerId: of,
  profileId,
  scoreTenths,
  distanceKm: 3.5,
  occupation: 1,
  criteria: [{ criterion: 'occupation', tenths: scoreTenths }],
})
const kept = (profileId = '', scoreTenths = 100, missing: RescoredPair['missing'] = []): RescoredPair => ({
  ...pair(profileId, scoreTenths),
  missing,
})
const replace = (found: Pick<Replacement, 'side' | 'ids' | 'top'> & Partial<Replacement>) =>
  inTransaction(async (tx) => {
    await lockMatches(tx, found.side, found.ids)
    await lockTerritories(tx, found.side, [territoryId])
    return ok(await replaceMatches(tx, { territoryId, scoringVersion: 'v1', now: NOW, kept: [], ...found }))
  })
const forOffer = (top: RankedPair[], rest: RescoredPair[] = [], scoringVersion = 'v1') =>
  replace({ side: 'offers', ids: [offerId], top, kept: rest, scoringVersion })
const rows = async () =>
  Object.fromEntries(
    (await listMatchesOfOffer(db(), SYSTEM, offerId)).map((match) => [
      people.indexOf(match.profileId),
      match,
    ]),
  )

describe('replacing an offer’s proposals', () => {
  test('writes them, tells who is new, and again changes nothing but the scores', async () => {
    const first = await forOffer([pair(people[0], 900), pair(people[1], 800)])
    const isNew = [0, 1].map((at) => ({ offerId, profileId: people[at] }))
    expect(first).toMatchObject({ ok: true, value: expect.arrayContaining(isNew) })
    const before = await rows()
    expect(before[0]).toMatchObject({
      state: 'proposed',
      scoreTenths: 900,
      isTopForOffer: true,
      isTopForProfile: false,
      version: 1,
    })
    expect(await forOffer([pair(people[0], 850), pair(people[1], 800)], [], 'v2')).toMatchObject({
      value: [],
    })
    const after = await rows()
    expect(after[0]).toMatchObject({
      id: before[0]?.id,
      scoreTenths: 850,
      scoringVersion: 'v2',
      criteria: [{ tenths: 850 }],
    })
  })

  test('a person no longer among the best goes, unless she or he is in the person’s own best', async () => {
    await forOffer([pair(people[0]), pair(people[1])])
    await db().match.updateMany({ where: { offerId, profileId: people[1] }, data: { isTopForProfile: true } })
    await forOffer([pair(people[2])], [kept(people[0]), kept(people[1], 150)])
    const after = await rows()
    expect(Object.keys(after)).toEqual(['1', '2'])
    expect(after[1]).toMatchObject({ isTopForOffer: false, isTopForProfile: true, scoreTenths: 150 })
  })

  test('a proposal whose gates have closed goes, whoever’s best it was', async () => {
    await forOffer([pair(people[0])])
    await db().match.updateMany({ where: { offerId }, data: { isTopForProfile: true } })
    await forOffer([], [kept(people[0], 400, ['distance'])])
    expect(await rows()).toEqual({})
  })

  test.each(['approved', 'set_aside', 'notified', 'interested', 'declined', 'applied'] as const)(
    'one that is %s stays with its state, its new score and what is missing now',
    async (state) => {
      await forOffer([pair(people[0], 900)])
      await db().match.updateMany({ where: { offerId }, data: { state, version: 2, reason: 'parce que' } })
      await forOffer([pair(people[1])], [kept(people[0], 300, ['licence'])])
      expect((await rows())[0]).toMatchObject({
        state,
        version: 2,
        reason: 'parce que',
        scoreTenths: 300,
        missing: ['licence'],
        isTopForOffer: false,
      })
      await forOffer([pair(people[0], 950)])
      expect((await rows())[0]).toMatchObject({ state, scoreTenths: 950, missing: [], isTopForOffer: true })
    },
  )

  test('an offer taken down keeps what people acted on', async () => {
    await forOffer([pair(people[0]), pair(people[1])])
    await db().match.updateMany({ where: { offerId, profileId: people[1] }, data: { state: 'approved' } })
    expect(await removeProposed(db(), 'offers', [offerId])).toBe(1)
    expect(Object.keys(await rows())).toEqual(['1'])
  })

  test('another offer’s proposals are left alone', async () => {
    const other = await createMatch({ profileId: people[0] ?? '' })
    await forOffer([pair(people[1])])
    expect(await findMatch(db(), SYSTEM, other.id)).toMatchObject({ state: 'proposed', scoreTenths: 780 })
  })

  test('both sides at the same time, many times: one row a pair, both flags, no deadlock', async () => {
    const offers = [offerId, (await createOffer()).id, (await createOffer()).id]
    const forProfiles = (ids: string[]) =>
      replace({
        side: 'profiles',
        ids,
        top: ids.flatMap((profileId) => offers.map((of) => pair(profileId, 700, of))),
      })
    const forOffers = (ids: string[]) =>
      replace({
        side: 'offers',
        ids,
        top: ids.flatMap((of) => people.map((profileId) => pair(profileId, 700, of))),
      })
    const one = (id: string) => [id]
    for (let round = 0; round < 30; round++) {
      // Half the rounds begin without a row: those that others add while one waits are the hard ones.
      if (round % 2 === 0) await db().match.deleteMany()
      await Promise.all([
        ...people.map(one).map(forProfiles),
        ...offers.map(one).map(forOffers),
        forOffers(offers),
        forProfiles(people),
      ])
    }
    const all = await db().match.findMany({ where: { profileId: { in: people } } })
    expect(all).toHaveLength(12)
    expect(all.every(({ isTopForOffer, isTopForProfile }) => isTopForOffer && isTopForProfile)).toBe(true)
  })
})

test('a person’s best are ordered by score, and kept or dropped as an offer’s are', async () => {
  const [profileId = ''] = people
  const second = (await createOffer()).id
  const third = (await createOffer()).id
  const forProfile = (top: RankedPair[], rest: RescoredPair[] = []) =>
    replace({ side: 'profiles', ids: [profileId], top, kept: rest })
  await forProfile([pair(profileId, 500), pair(profileId, 900, second)])
  expect((await listMatchesOfProfile(db(), SYSTEM, profileId)).map((match) => match.offerId)).toEqual([
    second,
    offerId,
  ])
  await db().match.updateMany({ where: { profileId, offerId: second }, data: { state: 'declined' } })
  await forProfile(
    [pair(profileId, 600, third)],
    [kept(profileId), { ...kept(profileId, 200), offerId: second }],
  )
  expect(
    (await listMatchesOfProfile(db(), SYSTEM, profileId)).map(({ offerId: of, state }) => [of, state]),
  ).toEqual([
    [third, 'proposed'],
    [second, 'declined'],
  ])
})

describe('scopes', () => {
  test('each sees its own matches and nobody else’s', async () => {
    const match = await createMatch({ offerId, profileId: people[0] ?? '' })
    const { organisationId } = await db().offer.findUniqueOrThrow({ where: { id: offerId } })
    const allowed: Scope[] = [
      SYSTEM,
      { kind: 'territory', territoryId },
      { kind: 'organisation', organisationId: organisationId ?? '' },
      { kind: 'candidate', profileId: people[0] ?? '' },
    ]
    const other = crypto.randomUUID()
    const refused: Scope[] = [
      { kind: 'public' },
      { kind: 'territory', territoryId: other },
      { kind: 'organisation', organisationId: other },
      { kind: 'candidate', profileId: people[1] ?? '' },
    ]
    for (const scope of allowed)
      expect(await findMatch(db(), scope, match.id)).toMatchObject({ id: match.id })
    for (const scope of refused) {
      expect(await findMatch(db(), scope, match.id)).toBeNull()
      expect(await listMatchesOfOffer(db(), scope, offerId)).toEqual([])
    }
  })
})

test('a decision on a stale version is not saved, and never overwrites the engine’s score', async () => {
  const match = await createMatch({ offerId, profileId: people[0] ?? '' })
  await db().match.update({ where: { id: match.id }, data: { scoreTenths: 500 } })
  expect(await saveMatch(db(), { ...match, state: 'approved', version: 2 }, 1)).toBe(true)
  expect(await saveMatch(db(), { ...match, state: 'set_aside', version: 2 }, 1)).toBe(false)
  expect(await findMatch(db(), SYSTEM, match.id)).toMatchObject({
    state: 'approved',
    version: 2,
    scoreTenths: 500,
  })
})
