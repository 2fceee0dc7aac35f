import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents, appendSettledEvents } from '#app/db/outbox.server.ts'
import { createSession } from '#app/db/sessions.server.ts'
import { eraseAccount } from '#app/use-cases/erase-account.server.ts'
import { eraseInactiveAccounts } from '#app/use-cases/erase-inactive-accounts.server.ts'
import { noticeErasures } from '#app/use-cases/notice-erasures.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createWholePerson } from '#tests/factories/whole-person.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { SCHEDULES, scheduledJob } from '#workers/schedules.ts'
import { createTestWorker, listDelivered, type TestWorker } from './worker-context.ts'

useTestDatabase()

const DAY_MS = 86_400_000
const UPKEEP = ['notice-erasures', 'erase-inactive-accounts', 'delete-old-records', 'purge-unproven'] as const
const later = (days: number, hour = 8) => {
  const at = new Date(NOW.getTime() + days * DAY_MS)
  at.setUTCHours(hour)
  return at
}

let worker: TestWorker
beforeEach(async () => {
  worker = createTestWorker()
  await db().$executeRaw`truncate account, organisation, offer, outbox_event, message, local_delivery,
    departure_statistic, rate_limit cascade`
})

/** A day of the worker: its upkeep at 1 h and at 10 h in Paris, and all that comes of it. */
async function liveDay(days: number) {
  for (const hour of [23, 8]) {
    worker.setNow(later(hour === 23 ? days - 1 : days, hour))
    for (const name of UPKEEP) await worker.run(scheduledJob(name, worker.context.clock()))
    await worker.runAll()
  }
}
const noticesOf = async (accountId: string) =>
  (await db().accountChange.findMany({ where: { accountId, action: 'erasure_noticed' } })).length
const isErased = async (id: string) =>
  (await db().account.findUniqueOrThrow({ where: { id } })).erasedAt !== null

describe('whoever gives no sign for two years', () => {
  test('is told 30 days and 7 days before, once each, then erased', async () => {
    const { account } = await createCandidate({ account: { channel: 'email' } })
    const stages: [number, number, boolean][] = []
    // 25 May 2028 is Ascension Day, on which nobody is written to.
    for (const day of [700, 701, 702, 724, 725, 726, 732, 733]) {
      await liveDay(day)
      stages.push([day, await noticesOf(account.id), await isErased(account.id)])
    }
    expect(stages).toEqual([
      [700, 0, false],
      [701, 1, false],
      [702, 1, false],
      [724, 1, false],
      [725, 2, false],
      [726, 2, false],
      [732, 2, false],
      [733, 0, true],
    ])
    expect(await listDelivered()).toEqual([])
    expect(await db().departureStatistic.findMany()).toMatchObject([{ reason: 'inactivity', count: 1 }])
  })

  test('reads the date of the erasure, on the chosen channel, and where to come back', async () => {
    const { account } = await createCandidate({ account: { channel: 'email' } })
    await liveDay(701)
    await liveDay(725)
    const told = await listDelivered()
    expect(told.map(({ recipient, channel }) => [recipient, channel])).toEqual(
      Array(2).fill([account.email, 'email']),
    )
    for (const [index, day] of ['jeudi 1 juin', 'vendredi 2 juin'].entries()) {
      const text = told[index]?.text
      expect(text).toContain(`effacé le ${day}`)
      expect(text).toContain('https://actifs.example.org/connexion')
    }
  })

  test('is not written to after a STOP, and is erased all the same', async () => {
    const { account } = await createCandidate({ account: { channel: 'none' } })
    for (const day of [701, 725, 733]) await liveDay(day)
    expect(await listDelivered()).toEqual([])
    expect(await isErased(account.id)).toBe(true)
  })

  test('stays when she or he comes back after a notice, and a notice on its way is not sent', async () => {
    const { account } = await createCandidate()
    worker.setNow(later(701))
    expect(await noticeErasures({ now: later(701) })).toBe(1)
    const session = { idHash: 'a', accountId: account.id, device: 'Test', confirmedAt: null }
    const worn = { role: 'candidate', organisationId: null } as const
    await createSession(db(), { ...session, worn, now: later(702), expiresAt: later(732) })
    worker.setNow(later(703))
    await worker.runAll()
    expect(await listDelivered()).toEqual([])
    for (const day of [725, 733, 1401]) await liveDay(day)
    expect(await isErased(account.id)).toBe(false)
    for (const day of [1402, 1425, 1433]) await liveDay(day)
    expect(await isErased(account.id)).toBe(true)
  })

  test('is there as long as a session is used, even once that session has been removed', async () => {
    const { account } = await createCandidate()
    const session = { idHash: 'b', accountId: account.id, device: 'Test', confirmedAt: null }
    const worn = { role: 'candidate', organisationId: null } as const
    await createSession(db(), { ...session, worn, now: later(1), expiresAt: later(31) })
    await db().session.updateMany({ data: { lastSeenAt: later(30) } })
    await liveDay(100)
    expect(await db().session.count()).toBe(0)
    for (const day of [701, 725, 733]) await liveDay(day)
    expect(await isErased(account.id)).toBe(false)
  })

  test('two workers at the same time give one notice and erase once', async () => {
    const { account } = await createCandidate()
    const both = async (work: () => Promise<number>) =>
      (await Promise.all([work(), work()])).reduce((sum, count) => sum + count)
    expect(await both(() => noticeErasures({ now: later(701) }))).toBe(1)
    expect(await both(() => noticeErasures({ now: later(724) }))).toBe(1)
    expect(await both(() => eraseInactiveAccounts({ now: later(732) }))).toBe(1)
    expect(await isErased(account.id)).toBe(true)
  })
})

test('what has been kept long enough goes, and what has not stays', async () => {
  const { account } = await createWholePerson()
  const counts = async () => ({
    messages: await db().message.count(),
    deliveries: await db().localDelivery.count(),
    links: await db().answerLink.count(),
    sessions: await db().session.count({ where: { accountId: account.id } }),
    codes: await db().signInCode.count(),
    verifications: await db().organisationVerification.count(),
    invitations: await db().invitation.count(),
    applications: await db().application.count(),
  })
  const whole = await counts()
  expect(Object.values(whole).every((count) => count > 0)).toBe(true)
  const codeless = { ...whole, codes: 0 }
  const unverified = { ...codeless, verifications: 0 }
  const sessionless = { ...unverified, sessions: 0 }
  for (const [day, left] of [
    [1, whole],
    [2, codeless],
    [7, codeless],
    [8, unverified],
    [60, unverified],
    [61, sessionless],
    [365, sessionless],
    [366, { ...sessionless, messages: 0, deliveries: 0, links: 0, invitations: 0 }],
  ] as const) {
    await liveDay(day)
    expect([day, await counts()]).toEqual([day, left])
  }
})

test('the mark of a departure goes with the year, and old facts once they are settled', async () => {
  const { account, actor } = await createCandidate()
  await eraseAccount({ actor, accountId: account.id, now: NOW })
  const matchId = account.id
  await appendSettledEvents(db(), [{ type: 'match.notified', payload: { matchId } }], NOW)
  await appendEvents(db(), [{ type: 'match.notified', payload: { matchId } }], NOW)
  await db().outboxEvent.updateMany({
    where: { relayedAt: null, type: 'match.notified' },
    data: { relayedAt: NOW },
  })
  const facts = () => db().outboxEvent.count({ where: { type: 'match.notified' } })
  await liveDay(365)
  expect([await db().account.count(), await facts()]).toEqual([1, 2])
  await liveDay(366)
  expect([await db().account.count(), await db().accountChange.count(), await facts()]).toEqual([0, 0, 1])
  expect(await db().departureStatistic.findMany()).toMatchObject([{ count: 1 }])
})

test('upkeep erases by night alone, and writes to people within the hours alone', async () => {
  const { account } = await createCandidate()
  expect(Object.keys(SCHEDULES)).toEqual(
    expect.arrayContaining(['notice-erasures', 'erase-inactive-accounts', 'delete-old-records']),
  )
  const run = async (name: 'notice-erasures' | 'erase-inactive-accounts', at: Date) => {
    worker.setNow(at)
    await worker.run(scheduledJob(name, at))
  }
  await run('notice-erasures', later(701, 1))
  expect(await noticesOf(account.id)).toBe(0)
  await run('notice-erasures', later(701, 9))
  await run('notice-erasures', later(725, 9))
  expect(await noticesOf(account.id)).toBe(2)
  await run('erase-inactive-accounts', later(740, 9))
  expect(await isErased(account.id)).toBe(false)
  await run('erase-inactive-accounts', later(740, 23))
  expect(await isErased(account.id)).toBe(true)
})
