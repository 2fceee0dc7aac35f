import { createConnection } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { startSmtpServer } from '#tests/contracts/smtp-double.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { endWorkerProcesses, startWorkerProcess, until } from './worker-process.ts'

const database = useTestDatabase()
const redisUrl = inject('redisUrl')
const REDIS_DATABASE = 2

/** Redis forgets everything, as one without a disk does when it restarts. */
const forgetRedis = (url: string) =>
  new Promise<void>((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = createConnection(Number(port), hostname)
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.end(`SELECT ${REDIS_DATABASE}\r\nFLUSHDB\r\nQUIT\r\n`)
    socket.resume()
  })

type Backend = { name: string; env: () => Record<string, string>; forget: () => Promise<unknown> }
const backends: Backend[] = [
  {
    name: 'PostgreSQL',
    env: () => ({ DATABASE_URL: database.url, REDIS_URL: '' }),
    forget: () => db().$executeRawUnsafe('drop schema if exists bullmq cascade'),
  },
  ...(redisUrl
    ? [
        {
          name: 'Redis',
          env: () => ({ DATABASE_URL: database.url, REDIS_URL: `${redisUrl}/${REDIS_DATABASE}` }),
          forget: () => forgetRedis(redisUrl),
        },
      ]
    : []),
]

beforeEach(async () => {
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
})
afterEach(endWorkerProcesses)

/** People told of an answer to their application: the messages that may leave at any hour. */
async function answerPeople(count: number, channel: 'sms' | 'email') {
  const offer = await createOffer()
  for (let i = 0; i < count; i++) {
    const { profile } = await createCandidate({ account: { channel } })
    const application = await createApplication({ offerId: offer.id, profileId: profile.id, state: 'hired' })
    await appendEvents(
      db(),
      [{ type: 'application.hired', payload: { applicationId: application.id } }],
      new Date(),
    )
  }
}

/** Ten minutes go by: leases end, doubts settle, and what was relayed and lost is missed. */
async function letTimePass() {
  await db()
    .$executeRaw`update message set send_after = send_after - interval '10 minutes' where state = 'queued'`
  await db()
    .$executeRaw`update message set updated_at = updated_at - interval '10 minutes' where state = 'unknown'`
  await db()
    .$executeRaw`update outbox_event set relayed_at = relayed_at - interval '11 minutes' where settled_at is null`
}

const count = (where: object) => db().message.count({ where })

/** The moments at which the worker is killed: what has just become true in the database, counted from before it started. */
const STEPS: [string, () => Promise<number>][] = [
  ['a fact relayed', () => db().outboxEvent.count({ where: { relayedAt: { not: null } } })],
  ['a message written', () => count({})],
  ['a message claimed', () => count({ attempts: { gt: 0 } })],
  ['a message handed over', () => count({ state: 'unknown' })],
  ['a message delivered', () => db().localDelivery.count()],
  ['a message accepted', () => count({ state: 'accepted' })],
  ['a fact settled', () => db().outboxEvent.count({ where: { settledAt: { not: null } } })],
]

describe.each(backends)('a worker killed on $name', ({ env, forget }) => {
  test('between any two steps, its queues lost at times: nothing is lost, nothing is sent twice', {
    timeout: 400_000,
  }, async () => {
    await createCandidate()
    for (const [step, progress] of STEPS) {
      await answerPeople(8, 'sms')
      const offer = await createOffer({
        occupationCode: OCCUPATIONS.kitchenHelp.romeCode,
        expiresAt: new Date(Date.now() + 60 * 86_400_000),
      })
      await appendEvents(db(), [{ type: 'offer.published', payload: { offerId: offer.id } }], new Date())
      const before = await progress()
      const worker = startWorkerProcess(env())
      await until(async () => (await progress()) > before || step === 'a message handed over', {
        ms: 60_000,
        every: 1,
        what: step,
      })
      if (step === 'a message handed over')
        await until(async () => (await progress()) > 0 || (await count({ state: 'queued' })) === 0, {
          ms: 60_000,
          every: 1,
          what: step,
        })
      await (await worker).kill('SIGKILL')
      if (step === 'a fact relayed' || step === 'a message delivered') await forget()
      await letTimePass()
    }
    const people = STEPS.length * 8
    const last = await startWorkerProcess(env())
    const isDone = async () => {
      await letTimePass()
      return (
        (await count({ state: 'accepted' })) === people &&
        (await db().outboxEvent.count({ where: { settledAt: null } })) === 0
      )
    }
    await until(isDone, { ms: 150_000, every: 1500, what: 'everything done' })
    expect(await count({})).toBe(people)
    const delivered = await db().localDelivery.findMany({ select: { recipient: true } })
    expect(delivered).toHaveLength(people)
    expect(new Set(delivered.map(({ recipient }) => recipient)).size).toBe(people)
    const matched = await db().match.groupBy({ by: ['offerId'], where: { isTopForOffer: true } })
    expect(matched).toHaveLength(STEPS.length)
    const indexed = await db().$queryRaw<{ id: string }[]>`select offer_id::text as id from search.offer
      where offer_id in (select id from offer where state = 'published')`
    expect(indexed.length).toBeGreaterThanOrEqual(STEPS.length)
    const { code, ms } = await last.kill('SIGTERM')
    expect(code).toBe(0)
    expect(ms).toBeLessThan(10_000)
  })

  test('the log of a worker holds ids and nobody’s name, number or address', {
    timeout: 120_000,
  }, async () => {
    await answerPeople(3, 'sms')
    const worker = await startWorkerProcess(env())
    await until(async () => (await count({ state: 'accepted' })) === 3, { ms: 60_000, what: 'sent' })
    await worker.kill('SIGTERM')
    const log = worker.lines.join('\n')
    expect(log).toContain('send-message')
    expect(log).not.toMatch(/Nadia|Benali|example\.org|\+33|063998/)
  })
})

describe('a worker killed while it talks to a mail server', () => {
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>
  beforeAll(async () => {
    smtp = await startSmtpServer({ contentDelayMs: 40 })
  })
  afterAll(() => smtp.close())

  test('no mail goes out twice, and one that may have gone is marked so', { timeout: 300_000 }, async () => {
    const env = () => ({ DATABASE_URL: database.url, REDIS_URL: '', SMTP_URL: smtp.url })
    const rounds = 4
    for (let round = 0; round < rounds; round++) {
      await answerPeople(10, 'email')
      const before = smtp.received.length
      const worker = startWorkerProcess(env())
      await until(async () => smtp.received.length > before + round, { ms: 60_000, every: 1, what: 'a mail' })
      await (await worker).kill('SIGKILL')
      await letTimePass()
    }
    const last = await startWorkerProcess(env())
    const isDone = async () => {
      await letTimePass()
      return (await count({ state: { in: ['accepted', 'unknown'] } })) === rounds * 10
    }
    await until(isDone, { ms: 120_000, every: 1500, what: 'everything done' })
    await last.kill('SIGTERM')
    const received = smtp.received.map(({ source }) => source.match(/^Message-ID: <([\w-]+)@/m)?.[1] ?? '')
    expect(new Set(received).size).toBe(received.length)
    for (const { id, state } of await db().message.findMany())
      if (state === 'accepted') expect(received).toContain(id)
    // Only a mail under way at a kill may stay in doubt: at most as many as are sent at the same time.
    expect(await count({ state: 'unknown' })).toBeLessThanOrEqual(rounds * 5)
  })
})

test('a worker goes on by itself after the database has dropped every connection', {
  timeout: 120_000,
}, async () => {
  const worker = await startWorkerProcess({ DATABASE_URL: database.url, REDIS_URL: '' })
  for (let round = 1; round <= 3; round++) {
    await db().$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name <> ''`.catch(
      () => {},
    )
    await answerPeople(2, 'sms')
    await until(async () => (await count({ state: 'accepted' })) === round * 2, {
      ms: 30_000,
      what: `round ${round}`,
    })
    expect(worker.isAlive()).toBe(true)
  }
  await worker.kill('SIGTERM')
})
