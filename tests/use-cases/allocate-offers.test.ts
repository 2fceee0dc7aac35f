import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { MatchState } from '#app/domain/match.ts'
import { ok } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

let territoryId = ''
beforeEach(async () => {
  territoryId = (await createTerritory()).id
  await db().match.deleteMany()
  await db().allocation.deleteMany()
})

const allocate = async (offerIds: string[] | 'all', now = NOW) => {
  const result = await inTransaction(async (tx) =>
    ok(await allocateOffers(tx, { territoryId, offerIds, now })),
  )
  return result.ok ? result.value : -1
}
const offer = async () => (await createOffer({ territoryId })).id
async function people(count: number, monthlySolicitations = 2): Promise<string[]> {
  const ids: string[] = []
  for (let at = 0; at < count; at++)
    ids.push((await createCandidate({ account: { territoryId, monthlySolicitations } })).profile.id)
  return ids
}
const match = (offerId: string, profileId: string, state: MatchState = 'proposed', scoreTenths = 700) =>
  createMatch({ offerId, profileId, state, scoreTenths, isAllocated: false })
async function matchAll(offerIds: string[], profileIds: string[]) {
  for (const [at, offerId] of offerIds.entries())
    for (const [rank, profileId] of profileIds.entries())
      await match(offerId, profileId, 'proposed', 900 - rank * 10 - at)
}
const proposedBy = async (offerId: string) =>
  (await db().allocation.findMany({ where: { offerId } })).map(({ profileId }) => profileId)
const countOf = async (offerId: string) => (await proposedBy(offerId)).length
const timesOf = (profileId: string) => db().allocation.count({ where: { profileId } })

async function solicit(
  profileId: string,
  more: { state?: string; sendAfter?: Date; subjectId?: string } = {},
) {
  const { accountId } = await db().profile.findUniqueOrThrow({ where: { id: profileId } })
  const rest = {
    state: 'delivered',
    sendAfter: NOW,
    subjectId: newId(),
    createdAt: NOW,
    updatedAt: NOW,
    ...more,
  }
  await db().message.create({
    data: { id: newId(), eventId: newId(), accountId, channel: 'sms', kind: 'match_proposed', ...rest },
  })
}

describe('a whole territory', () => {
  test('proposes ten people an offer, nobody above the budget, the others in reserve', async () => {
    const offers = [await offer(), await offer()]
    await matchAll(offers, await people(14, 1))
    expect(await allocate('all')).toBe(14)
    expect(await Promise.all(offers.map(countOf))).toEqual([7, 7])
    const times = await db().allocation.groupBy({ by: ['profileId'], _count: true })
    expect(Math.max(...times.map(({ _count }) => _count))).toBe(1)
  })

  test('twice gives the same, and counts nothing new', async () => {
    const offers = [await offer(), await offer(), await offer()]
    await matchAll(offers, await people(8))
    await allocate('all')
    const before = await db().allocation.findMany({ orderBy: [{ offerId: 'asc' }, { profileId: 'asc' }] })
    expect(await allocate('all')).toBe(0)
    expect(await db().allocation.findMany({ orderBy: [{ offerId: 'asc' }, { profileId: 'asc' }] })).toEqual(
      before,
    )
  })

  test('leaves out offers off line, closed gates, people decided on, and what these leave behind', async () => {
    const [on, off] = [await offer(), (await createOffer({ territoryId, state: 'suspended' })).id]
    const [free = '', decided = '', barred = ''] = await people(3)
    await matchAll([on, off], [free, decided, barred])
    await db().allocation.createMany({
      data: [off, on].flatMap((offerId) =>
        [free, decided].map((profileId) => ({ offerId, profileId, batch: 1 })),
      ),
    })
    await db().match.updateMany({ where: { profileId: decided }, data: { state: 'approved' } })
    await db().match.updateMany({ where: { profileId: barred }, data: { missing: ['distance'] } })
    await allocate('all')
    expect(await proposedBy(on)).toEqual([free])
    expect(await proposedBy(off)).toEqual([])
  })

  test('leaves another territory alone', async () => {
    const elsewhere = await createTerritory({ departementCode: '01' })
    const theirs = await createMatch({ offerId: (await createOffer({ territoryId: elsewhere.id })).id })
    await matchAll([await offer()], await people(2))
    await allocate('all')
    expect(await proposedBy(theirs.offerId)).toEqual([theirs.profileId])
  })

  test('goes on with the next batch after ten, and stops at six interested', async () => {
    const [asked, answered] = [await offer(), await offer()]
    const [one = '', two = '', ...others] = await people(14)
    for (const [at, id] of others.entries()) {
      if (at < 10) await match(asked, id, 'notified')
      if (at < 6) await match(answered, id, 'interested')
    }
    await matchAll([asked, answered], [one, two])
    await allocate('all')
    expect(await db().allocation.findMany({ where: { offerId: asked } })).toMatchObject([
      { batch: 2 },
      { batch: 2 },
    ])
    expect(await countOf(answered)).toBe(0)
  })
})

describe('the budget of a person', () => {
  test.each([
    { what: 'nothing yet', expected: 2, had: async () => {} },
    { what: 'one this month', expected: 1, had: (id: string) => solicit(id) },
    { what: 'one that came back', expected: 2, had: (id: string) => solicit(id, { state: 'hard_bounce' }) },
    {
      what: 'one last month, in Paris',
      expected: 2,
      had: (id: string) => solicit(id, { sendAfter: new Date('2026-05-31T21:59:00Z') }),
    },
    {
      what: 'one on the first of the month, in Paris',
      expected: 1,
      had: (id: string) => solicit(id, { sendAfter: new Date('2026-05-31T22:00:00Z') }),
    },
    {
      what: 'one that waits for next month',
      expected: 2,
      had: (id: string) => solicit(id, { state: 'queued', sendAfter: new Date('2026-07-01T06:00:00Z') }),
    },
    {
      what: 'one approved, its message not written yet',
      expected: 1,
      had: async (id: string) => void (await match(await offer(), id, 'approved')),
    },
    {
      what: 'one approved and written',
      expected: 1,
      had: async (id: string) => solicit(id, { subjectId: (await match(await offer(), id, 'approved')).id }),
    },
    {
      what: 'a stop',
      expected: 0,
      had: async (id: string) => {
        await db().account.updateMany({ where: { profile: { id } }, data: { channel: 'none' } })
      },
    },
  ])('$what: $expected left', async ({ had, expected }) => {
    const [person = ''] = await people(1)
    await had(person)
    await matchAll([await offer(), await offer(), await offer()], [person])
    await allocate('all')
    expect(await timesOf(person)).toBe(expected)
  })

  test('is that of the month: the next one opens it again', async () => {
    const [person = ''] = await people(1, 1)
    await solicit(person)
    const only = await offer()
    await matchAll([only], [person])
    await allocate('all')
    expect(await countOf(only)).toBe(0)
    await allocate('all', new Date('2026-07-01T01:00:00Z'))
    expect(await countOf(only)).toBe(1)
  })
})

describe('one offer among others', () => {
  test('a new offer takes from those that have most, never below their floor', async () => {
    const everybody = await people(10, 1)
    const [rich, late] = [await offer(), await offer()]
    await matchAll([rich], everybody)
    await allocate('all')
    expect(await countOf(rich)).toBe(10)
    await matchAll([late], everybody)
    expect(await allocate([late])).toBe(5)
    expect([await countOf(rich), await countOf(late)]).toEqual([5, 5])
    expect(Math.max(...(await Promise.all(everybody.map(timesOf))))).toBe(1)
  })

  test('people of other offers who do not fit it stay where they are', async () => {
    const [mine, others] = [await people(3, 1), await people(4, 1)]
    const [first, second] = [await offer(), await offer()]
    await matchAll([first], [...mine, ...others])
    await allocate('all')
    await matchAll([second], mine)
    await allocate([second])
    const left = await proposedBy(first)
    expect(left).toEqual(expect.arrayContaining(others))
    expect([left.length, await countOf(second)]).toEqual([4, 3])
    const batches = await db().allocation.findMany({ where: { offerId: first } })
    expect(new Set(batches.map(({ batch }) => batch))).toEqual(new Set([1]))
  })

  test('many at the same time: budgets hold, and nobody waits for ever', async () => {
    const everybody = await people(12, 1)
    const offers = [await offer(), await offer(), await offer(), await offer()]
    await matchAll(offers, everybody)
    for (let round = 0; round < 3; round++) await Promise.all(offers.map((id) => allocate([id])))
    expect(Math.max(...(await Promise.all(everybody.map(timesOf))))).toBe(1)
    expect(await Promise.all(offers.map(countOf))).toEqual([3, 3, 3, 3])
  })

  test('no offer, an unknown one, one that nobody fits: nothing changes', async () => {
    const only = await offer()
    await matchAll([only], await people(2))
    await allocate('all')
    for (const ids of [[], [newId()], [await offer()]]) expect(await allocate(ids)).toBe(0)
    expect(await countOf(only)).toBe(2)
  })
})
