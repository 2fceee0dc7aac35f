import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createAnswerLink, findAnswerLink, markAnswerLinkUsed } from '#app/db/answer-links.server.ts'
import { db } from '#app/db/client.server.ts'
import { deliverLocally, listLocalDeliveries } from '#app/db/local-deliveries.server.ts'
import {
  cancelQueued,
  claimMessage,
  createMessage,
  findMessage,
  listDeadChannels,
  listDueMessageIds,
  listUnknownMessages,
  recordReport,
  settleClaim,
} from '#app/db/messages.server.ts'
import {
  hasBeenSolicited,
  listSolicitationsOfAccount,
  listSolicitationsOfOffer,
} from '#app/db/solicitations.server.ts'
import type { Message, MessageState } from '#app/domain/message.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)
let accountId = ''
beforeEach(async () => {
  accountId = (await createAccount()).id
})

const build = (overrides: Partial<Message> = {}): Message => ({
  id: randomUUID(),
  eventId: randomUUID(),
  accountId,
  channel: 'sms',
  kind: 'match_proposed',
  subjectId: randomUUID(),
  state: 'queued',
  providerId: null,
  segments: 0,
  attempts: 0,
  sendAfter: NOW,
  createdAt: NOW,
  updatedAt: NOW,
  ...overrides,
})
async function create(overrides: Partial<Message> = {}) {
  const message = build(overrides)
  expect(await createMessage(db(), message)).toBe(true)
  return message
}
const claimAt = (now: Date) => ({ now, until: new Date(now.getTime() + 120_000), channel: 'sms' as const })

test('a message is one by event, person and channel, however many write it', async () => {
  const message = build()
  const written = await Promise.all(
    Array.from({ length: 8 }, () => createMessage(db(), { ...message, id: randomUUID() })),
  )
  expect(written.filter(Boolean)).toHaveLength(1)
  expect(await createMessage(db(), { ...message, id: randomUUID(), channel: 'email' })).toBe(true)
  expect(await createMessage(db(), { ...message, id: randomUUID(), eventId: randomUUID() })).toBe(true)
})

describe('claims', () => {
  test('of many attempts at the same time one gets the message', async () => {
    const { id } = await create()
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => claimMessage(db(), id, claimAt(later(1)))),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    expect(await findMessage(db(), id)).toMatchObject({ attempts: 1, state: 'queued' })
  })

  test('a message is not claimed before its time, nor while a claim lasts, and again after it', async () => {
    const { id } = await create({ sendAfter: later(60) })
    expect(await claimMessage(db(), id, claimAt(later(59)))).toBeNull()
    expect(await claimMessage(db(), id, claimAt(later(60)))).toMatchObject({ attempts: 1 })
    expect(await claimMessage(db(), id, claimAt(later(120)))).toBeNull()
    expect(await claimMessage(db(), id, claimAt(later(181)))).toMatchObject({ attempts: 2 })
  })

  test('an attempt that has been taken over can change nothing any more', async () => {
    const { id } = await create()
    const first = await claimMessage(db(), id, claimAt(later(0)))
    const second = await claimMessage(db(), id, claimAt(later(121)))
    if (!first || !second) throw new Error('both claims are expected')
    expect(await settleClaim(db(), first, { from: ['queued'], to: 'unknown', now: later(122) })).toBe(false)
    expect(await settleClaim(db(), second, { from: ['queued'], to: 'unknown', now: later(122) })).toBe(true)
    expect(await settleClaim(db(), second, { from: ['queued'], to: 'unknown', now: later(122) })).toBe(false)
  })

  test.each(['accepted', 'unknown', 'delivered', 'cancelled', 'invalid', 'error'] as const)(
    'a message that is %s is never claimed',
    async (state) => {
      const { id } = await create({ state })
      expect(await claimMessage(db(), id, claimAt(later(9999)))).toBeNull()
    },
  )
})

test('those due are listed, the longest waiting first; those in doubt once they are old enough', async () => {
  await db().message.deleteMany()
  const waiting = await create({ sendAfter: later(-60) })
  const now = await create({ sendAfter: NOW })
  await create({ sendAfter: later(1) })
  await create({ state: 'accepted' })
  expect(await listDueMessageIds(db(), { now: NOW, limit: 10 })).toEqual([waiting.id, now.id])
  const old = await create({ state: 'unknown', updatedAt: later(-300) })
  await create({ state: 'unknown', updatedAt: later(-10) })
  expect((await listUnknownMessages(db(), { before: later(-120), limit: 10 })).map(({ id }) => id)).toEqual([
    old.id,
  ])
})

test('a STOP cancels what has not left, of that kind and that person only', async () => {
  const queued = await create()
  const code = await create({ kind: 'sign_in_code' })
  const sent = await create({ state: 'accepted' })
  expect(await cancelQueued(db(), { accountId, kind: 'match_proposed', now: NOW })).toBe(1)
  const states = await Promise.all([queued, code, sent].map(({ id }) => findMessage(db(), id)))
  expect(states.map((message) => message?.state)).toEqual(['cancelled', 'queued', 'accepted'])
})

describe('reports', () => {
  test('are recorded by our id or the provider’s, in order of their own time', async () => {
    const { id } = await create({ state: 'accepted', providerId: 'p-1', updatedAt: NOW })
    expect(
      await recordReport(db(), { providerId: 'p-1', channel: 'sms' }, { state: 'soft_bounce', at: later(5) }),
    ).toBe('soft_bounce')
    expect(await recordReport(db(), { id }, { state: 'error', at: later(3) })).toBe('soft_bounce')
    expect(await recordReport(db(), { id }, { state: 'delivered', at: later(9) })).toBe('delivered')
    expect(await recordReport(db(), { id }, { state: 'hard_bounce', at: later(20) })).toBe('delivered')
    expect(await recordReport(db(), { id: randomUUID() }, { state: 'delivered', at: NOW })).toBeNull()
  })

  test('that arrive at the same time end as the newest says', async () => {
    const { id } = await create({ state: 'accepted' })
    const reports: [MessageState, number][] = [
      ['soft_bounce', 1],
      ['error', 2],
      ['soft_bounce', 3],
      ['error', 4],
      ['hard_bounce', 5],
    ]
    await Promise.all(reports.map(([state, at]) => recordReport(db(), { id }, { state, at: later(at) })))
    expect(await findMessage(db(), id)).toMatchObject({ state: 'hard_bounce' })
  })
})

test('a channel is dead after a bounce and alive after the next success', async () => {
  expect(await listDeadChannels(db(), accountId)).toEqual([])
  await create({ state: 'invalid', updatedAt: later(1) })
  await create({ channel: 'email', state: 'accepted', updatedAt: later(1) })
  await create({ state: 'queued', updatedAt: later(5) })
  expect(await listDeadChannels(db(), accountId)).toEqual(['sms'])
  await create({ kind: 'sign_in_code', state: 'accepted', updatedAt: later(2) })
  await create({ channel: 'email', state: 'hard_bounce', updatedAt: later(2) })
  expect(await listDeadChannels(db(), accountId)).toEqual(['email'])
})

test('solicitations count from when they leave; cancelled and returned ones do not', async () => {
  const { account, profile } = await createCandidate()
  accountId = account.id
  const match = await createMatch({ profileId: profile.id })
  const subjectId = match.id
  for (const state of ['queued', 'accepted', 'delivered', 'unknown', 'soft_bounce'] as const)
    await create({ state, subjectId, sendAfter: later(60) })
  for (const state of ['cancelled', 'invalid', 'hard_bounce', 'blocked', 'error'] as const)
    await create({ state, subjectId })
  await create({ kind: 'sign_in_code', state: 'accepted' })
  const old = await create({ state: 'accepted', sendAfter: later(-60 * 86_400) })
  expect(await listSolicitationsOfAccount(db(), { accountId, now: NOW })).toEqual(Array(5).fill(later(60)))
  expect(await listSolicitationsOfOffer(db(), match.offerId)).toHaveLength(5)
  expect(await hasBeenSolicited(db(), { accountId, matchId: subjectId })).toBe(true)
  expect(await hasBeenSolicited(db(), { accountId, matchId: old.subjectId, except: old.id })).toBe(false)
})

test('an answer link is found by the hash of its token and keeps the last answer', async () => {
  const message = await create()
  const tokenHash = randomUUID()
  const link = {
    tokenHash,
    messageId: message.id,
    matchId: randomUUID(),
    accountId,
    createdAt: NOW,
    expiresAt: later(60),
  }
  await createAnswerLink(db(), link)
  await createAnswerLink(db(), link)
  expect(await findAnswerLink(db(), tokenHash)).toEqual({ ...link, usedAt: null, answer: null })
  await markAnswerLinkUsed(db(), tokenHash, { answer: 'declined', now: later(1) })
  await markAnswerLinkUsed(db(), tokenHash, { answer: 'stop', now: later(2) })
  expect(await findAnswerLink(db(), tokenHash)).toMatchObject({ answer: 'stop', usedAt: later(2) })
  expect(await findAnswerLink(db(), randomUUID())).toBeNull()
})

test('the local outbox delivers once by reference, and pages newest first', async () => {
  const delivery = (clientReference: string, seconds: number) => ({
    clientReference,
    channel: 'sms' as const,
    recipient: '+33639980000',
    sender: 'ACTIFS',
    subject: null,
    text: 'Bonjour',
    html: null,
    segments: 1,
    sentAt: later(seconds),
  })
  const ids = await Promise.all(Array.from({ length: 6 }, () => deliverLocally(db(), delivery('same', 0))))
  expect(new Set(ids).size).toBe(1)
  await deliverLocally(db(), delivery('newer', 5))
  const { deliveries, total } = await listLocalDeliveries(db(), { page: 1, pageSize: 1 })
  expect([deliveries.map(({ clientReference }) => clientReference), total]).toEqual([['newer'], 2])
})
