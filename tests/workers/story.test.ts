import { beforeEach, describe, expect, test } from 'vitest'
import { findAnswerLink } from '#app/db/answer-links.server.ts'
import { db } from '#app/db/client.server.ts'
import { listMatchesOfOffer } from '#app/db/matches.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { undoMatch } from '#app/use-cases/undo-match.server.ts'
import { searchEngine } from '#search/engine.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { relayOnce } from '#workers/relay.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

const SYSTEM = { kind: 'system' } as const
let worker: TestWorker
beforeEach(async () => {
  worker = createTestWorker()
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
})

const publish = async (overrides: Parameters<typeof createOffer>[0] = {}) => {
  await createCandidate()
  const offer = await createOffer({ occupationCode: OCCUPATIONS.kitchenHelp.romeCode, ...overrides })
  await appendEvents(db(), [{ type: 'offer.published', payload: { offerId: offer.id } }], NOW)
  return offer
}
const found = async () =>
  (
    await searchEngine().search({
      text: '',
      kinds: [],
      occupationCodes: [],
      contracts: [],
      near: null,
      startsBy: null,
      sort: 'date',
      page: 1,
      pageSize: 50,
    })
  ).hits.map(({ document }) => document.offerId)

test('published, indexed, matched, approved, told, with an answer link: one story', async () => {
  const offer = await publish()
  await worker.runAll()
  expect(await found()).toEqual([offer.id])
  const [match] = await listMatchesOfOffer(db(), SYSTEM, offer.id)
  expect(match).toMatchObject({ state: 'proposed', isTopForOffer: true, missing: [] })
  expect(await listDelivered()).toEqual([])

  const { actor } = await createOfficer()
  expect(await approveMatch({ actor, matchId: match?.id ?? '', now: NOW })).toMatchObject({ ok: true })
  await worker.runAll()
  const [sms, ...others] = await listDelivered()
  expect(others).toEqual([])
  expect(sms).toMatchObject({ channel: 'sms', sender: 'ACTIFS', segments: 1 })
  expect(sms?.text).toContain('Aide de cuisine')
  expect(sms?.text).toContain('03 23 24 89 00')
  const token = sms?.text.match(/https:\/\/actifs\.example\.org\/r\/(\w{12})\b/)?.[1] ?? ''
  expect(await findAnswerLink(db(), hashToken(token))).toMatchObject({
    matchId: match?.id,
    usedAt: null,
    expiresAt: new Date(NOW.getTime() + 30 * 86_400_000),
  })
  expect(await listMatchesOfOffer(db(), SYSTEM, offer.id)).toMatchObject([{ state: 'notified' }])
  expect(await listMessages()).toMatchObject([{ state: 'accepted', attempts: 1, segments: 1 }])
  expect(await db().outboxEvent.count({ where: { settledAt: null } })).toBe(0)
})

test('an offer closed meanwhile leaves the index, loses its proposals, and nobody is told of it', async () => {
  const offer = await publish()
  await worker.runAll()
  const [match] = await listMatchesOfOffer(db(), SYSTEM, offer.id)
  const { actor } = await createOfficer()
  await approveMatch({ actor, matchId: match?.id ?? '', now: NOW })
  await db().offer.update({ where: { id: offer.id }, data: { state: 'withdrawn', version: 2 } })
  await appendEvents(db(), [{ type: 'offer.withdrawn', payload: { offerId: offer.id } }], NOW)
  expect(await found()).toContain(offer.id)
  await worker.runAll()
  expect(await found()).not.toContain(offer.id)
  expect(await listMessages()).toEqual([])
  expect(await listMatchesOfOffer(db(), SYSTEM, offer.id)).toMatchObject([{ state: 'approved' }])
})

test('an approval undone before its message leaves sends nothing; approved again, it sends once', async () => {
  const match = await createMatch()
  const { actor } = await createOfficer()
  await approveMatch({ actor, matchId: match.id, now: NOW })
  await undoMatch({ actor, matchId: match.id, now: NOW })
  await worker.runAll()
  expect(await listMessages()).toEqual([])
  await approveMatch({ actor, matchId: match.id, now: NOW })
  await worker.runAll()
  expect(await listDelivered()).toHaveLength(1)
})

describe('outside the hours', () => {
  const SUNDAY = new Date('2026-06-07T10:00:00Z')
  const MONDAY_8H = new Date('2026-06-08T06:00:00Z')

  test('the message waits for Monday 8 h and leaves then', async () => {
    const match = await createMatch()
    const { actor } = await createOfficer()
    worker.setNow(SUNDAY)
    await approveMatch({ actor, matchId: match.id, now: SUNDAY })
    await worker.runAll()
    expect(await listMessages()).toMatchObject([{ state: 'queued', sendAfter: MONDAY_8H }])
    for (const now of [new Date(MONDAY_8H.getTime() - 1), MONDAY_8H]) {
      worker.setNow(now)
      await worker.run({ name: 'send-due-messages', data: {}, id: 'x' })
      await worker.runAll()
      expect(await listDelivered()).toHaveLength(now === MONDAY_8H ? 1 : 0)
    }
  })

  test('undone while it waits: cancelled when its time comes', async () => {
    const match = await createMatch()
    const { actor } = await createOfficer()
    worker.setNow(SUNDAY)
    await approveMatch({ actor, matchId: match.id, now: SUNDAY })
    await worker.runAll()
    await undoMatch({ actor, matchId: match.id, now: SUNDAY })
    worker.setNow(MONDAY_8H)
    await worker.run({ name: 'send-due-messages', data: {}, id: 'x' })
    await worker.runAll()
    expect(await listMessages()).toMatchObject([{ state: 'cancelled' }])
    expect(await listDelivered()).toEqual([])
  })

  test('a STOP while it waits cancels at once and takes the person out of the proposals', async () => {
    const { account, profile } = await createCandidate()
    const match = await createMatch({ profileId: profile.id })
    await createMatch({ profileId: profile.id })
    const { actor } = await createOfficer()
    worker.setNow(SUNDAY)
    await approveMatch({ actor, matchId: match.id, now: SUNDAY })
    await worker.runAll()
    await db().account.update({ where: { id: account.id }, data: { channel: 'none' } })
    await appendEvents(db(), [{ type: 'contact.stopped', payload: { accountId: account.id } }], SUNDAY)
    await worker.runAll()
    expect(await listMessages()).toMatchObject([{ state: 'cancelled' }])
    expect(await db().match.count({ where: { missing: { isEmpty: true } } })).toBe(0)
    expect(await db().allocation.count({ where: { profileId: profile.id } })).toBe(0)
  })

  test('a worker that wakes up in the night does not send what was due in the evening', async () => {
    const match = await createMatch()
    const { actor } = await createOfficer()
    await approveMatch({ actor, matchId: match.id, now: NOW })
    await worker.runAll()
    await db().message.updateMany({ data: { state: 'queued', attempts: 0 } })
    await db().match.updateMany({ data: { state: 'approved' } })
    await db().localDelivery.deleteMany()
    worker.setNow(new Date('2026-06-01T21:00:00Z'))
    await worker.run({ name: 'send-due-messages', data: {}, id: 'x' })
    await worker.runAll()
    expect(await listDelivered()).toEqual([])
    expect(await listMessages()).toMatchObject([
      { state: 'queued', sendAfter: new Date('2026-06-02T06:00:00Z') },
    ])
  })
})

test('the budget holds when ten approvals for one person run at the same time', async () => {
  const { profile } = await createCandidate()
  const { actor } = await createOfficer()
  for (let i = 0; i < 10; i++)
    await approveMatch({ actor, matchId: (await createMatch({ profileId: profile.id })).id, now: NOW })
  await relayOnce(worker.context.queues, worker.context.clock)
  await Promise.all(worker.waiting.splice(0).map((job) => worker.run(job)))
  const leaves = (await listMessages()).map(({ sendAfter }) => sendAfter.toISOString().slice(0, 7)).sort()
  expect(leaves).toEqual(['2026-06', '2026-06', '2026-07', '2026-07', '2026-08', '2026-08'])
  await worker.runAll()
  expect(await listDelivered()).toHaveLength(2)
})
