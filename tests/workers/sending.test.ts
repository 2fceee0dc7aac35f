import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { approveMatch } from '#app/use-cases/approve-match.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { DeliveryError, type DeliveryFailure } from '#workers/gateways/delivery-error.ts'
import { localSms } from '#workers/gateways/local-outbox.ts'
import type { Fate } from '#workers/gateways/mailer.ts'
import type { SmsGateway } from '#workers/gateways/sms.ts'
import { relayOnce } from '#workers/relay.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

beforeEach(async () => {
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
})

type Scripted = { sms: SmsGateway; calls: number; fate: Fate; script: (DeliveryFailure | 'before' | null)[] }

/** A gateway that fails as it is told, one failure a call, then sends through the local outbox. `before`: it breaks before any content left. */
function scripted(...script: Scripted['script']): Scripted {
  const local = localSms(() => NOW)
  const scriptedGateway: Scripted = {
    calls: 0,
    fate: { kind: 'unknowable' },
    script,
    sms: {
      async send(sms, beforeContent) {
        scriptedGateway.calls++
        const failure = scriptedGateway.script.shift() ?? null
        if (failure === 'before') throw new DeliveryError({ kind: 'temporary' }, 'refused')
        if (failure === null) return local.send(sms, beforeContent)
        await beforeContent()
        throw new DeliveryError(failure, failure.kind)
      },
      find: async () => scriptedGateway.fate,
    },
  }
  return scriptedGateway
}

async function approveOne(now = NOW) {
  const match = await createMatch()
  const { actor } = await createOfficer()
  await approveMatch({ actor, matchId: match.id, now })
  return { match, state: async () => (await db().match.findUniqueOrThrow({ where: { id: match.id } })).state }
}
const sweep = (worker: TestWorker) => worker.run({ name: 'send-due-messages', data: {}, id: 'sweep' })
const reconcile = (worker: TestWorker) =>
  worker.run({ name: 'reconcile-messages', data: {}, id: 'reconcile' })
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
/** Runs what waits, whatever it throws: the queue would try again. */
async function runOnce(worker: TestWorker) {
  for (const job of worker.waiting.splice(0)) await worker.run(job).catch(() => {})
}
async function relayAndRun(worker: TestWorker) {
  await relayOnce(worker.context.queues, worker.context.clock)
  await runOnce(worker)
  await runOnce(worker)
}

describe('a temporary failure', () => {
  test.each([['before'], [{ kind: 'temporary' }]] as const)(
    '%o: waits, is tried again, and goes once',
    async (failure) => {
      const gateway = scripted(failure, failure)
      const worker = createTestWorker({ sms: gateway.sms })
      const { state } = await approveOne()
      await relayAndRun(worker)
      expect(await listMessages()).toMatchObject([{ state: 'queued', attempts: 1 }])
      expect(await state()).toBe('approved')
      await sweep(worker)
      expect(worker.waiting).toEqual([])
      for (const [minute, attempts] of [
        [1, 2],
        [2, 3],
      ] as const) {
        worker.setNow(minutes(minute))
        await sweep(worker)
        await runOnce(worker)
        expect((await listMessages())[0]?.attempts).toBe(attempts)
      }
      expect(await listMessages()).toMatchObject([{ state: 'accepted', segments: 1 }])
      expect(await listDelivered()).toHaveLength(1)
      expect(await state()).toBe('notified')
    },
  )

  test('makes the job fail, so that the queue tries again', async () => {
    const worker = createTestWorker({ sms: scripted({ kind: 'temporary' }).sms })
    await approveOne()
    await expect(worker.runAll()).rejects.toThrow('temporary')
  })

  test('waits as long as the provider asks', async () => {
    const worker = createTestWorker({ sms: scripted({ kind: 'temporary', retryAfterMs: 600_000 }).sms })
    await approveOne()
    await relayAndRun(worker)
    expect(await listMessages()).toMatchObject([{ state: 'queued', sendAfter: minutes(10) }])
  })

  test('fifteen times over is given up, and never tried again', async () => {
    const gateway = scripted(...Array(20).fill({ kind: 'temporary' }))
    const worker = createTestWorker({ sms: gateway.sms })
    await approveOne()
    await relayAndRun(worker)
    for (let step = 0; step < 60; step++) {
      worker.setNow(new Date(NOW.getTime() + step * 2 * 3_600_000))
      await sweep(worker)
      await runOnce(worker)
    }
    expect(await listMessages()).toMatchObject([{ state: 'error', attempts: 15 }])
    expect(gateway.calls).toBe(15)
  })
})

describe('a permanent refusal', () => {
  test.each([
    ['invalid', 'invalid'],
    ['blocked', 'blocked'],
  ] as const)('%s: never tried again; the next message takes the other channel', async (why, state) => {
    const gateway = scripted({ kind: 'permanent', why })
    const worker = createTestWorker({ sms: gateway.sms })
    const { profile } = await createCandidate()
    const { actor } = await createOfficer()
    const first = await createMatch({ profileId: profile.id })
    await approveMatch({ actor, matchId: first.id, now: NOW })
    await worker.runAll()
    worker.setNow(minutes(60))
    await sweep(worker)
    await worker.runAll()
    expect(gateway.calls).toBe(1)
    const second = await createMatch({ profileId: profile.id })
    await approveMatch({ actor, matchId: second.id, now: NOW })
    await worker.runAll()
    expect((await listMessages()).map((message) => [message.channel, message.state]).sort()).toEqual([
      ['email', 'accepted'],
      ['sms', state],
    ])
  })
})

describe('an ambiguous failure', () => {
  async function doubtful(fate: Fate) {
    const gateway = scripted({ kind: 'ambiguous' })
    gateway.fate = fate
    const worker = createTestWorker({ sms: gateway.sms })
    const { state } = await approveOne()
    await worker.runAll()
    expect(await listMessages()).toMatchObject([{ state: 'unknown' }])
    worker.setNow(minutes(1))
    await sweep(worker)
    await reconcile(worker)
    await worker.runAll()
    expect(gateway.calls).toBe(1)
    worker.setNow(minutes(5))
    await reconcile(worker)
    await sweep(worker)
    await worker.runAll()
    return { gateway, state }
  }

  test('that the provider has after all is accepted, and not sent again', async () => {
    const { gateway, state } = await doubtful({ kind: 'sent', providerId: 'p-9' })
    expect(gateway.calls).toBe(1)
    expect(await listMessages()).toMatchObject([{ state: 'accepted', providerId: 'p-9' }])
    expect(await state()).toBe('notified')
  })

  test('that the provider surely does not have is sent once more', async () => {
    const { gateway, state } = await doubtful({ kind: 'not_sent' })
    expect(gateway.calls).toBe(2)
    expect(await listMessages()).toMatchObject([{ state: 'accepted' }])
    expect(await listDelivered()).toHaveLength(1)
    expect(await state()).toBe('notified')
  })

  test('that nobody can tell about stays unknown', async () => {
    const { gateway } = await doubtful({ kind: 'unknowable' })
    expect(gateway.calls).toBe(1)
    expect(await listMessages()).toMatchObject([{ state: 'unknown' }])
  })
})

test('twenty jobs for one message at the same time send it once', async () => {
  const worker = createTestWorker()
  await approveOne()
  await relayOnce(worker.context.queues, worker.context.clock)
  for (const job of worker.waiting.splice(0)) await worker.run(job)
  const [send] = worker.waiting.splice(0)
  if (!send) throw new Error('a send job is expected')
  await Promise.all(Array.from({ length: 20 }, () => worker.run(send)))
  expect(await listDelivered()).toHaveLength(1)
  expect(await listMessages()).toMatchObject([{ attempts: 1, state: 'accepted' }])
})

test('an attempt that lost its claim while it connected hands nothing over', async () => {
  const local = localSms(() => NOW)
  const worker = createTestWorker({
    sms: {
      ...local,
      async send(sms, beforeContent) {
        await db().message.updateMany({ data: { attempts: { increment: 1 } } })
        return local.send(sms, beforeContent)
      },
    },
  })
  await approveOne()
  await worker.runAll()
  expect(await listDelivered()).toEqual([])
  expect(await listMessages()).toMatchObject([{ state: 'queued' }])
})

test('an unknown fact or a job with a wrong id fails, and settles nothing', async () => {
  const worker = createTestWorker()
  await appendEvents(db(), [{ type: 'match.approved', payload: {} as { matchId: string } }], NOW)
  await expect(worker.runAll()).rejects.toThrow(/matchId/)
  await expect(
    worker.run({ name: 'no-such-job' as 'send-message', data: { messageId: 'x' }, id: 'x' }),
  ).rejects.toThrow('no job is named')
  expect(await db().outboxEvent.count({ where: { settledAt: { not: null } } })).toBe(0)
})
