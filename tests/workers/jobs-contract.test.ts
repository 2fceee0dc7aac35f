import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import type { JobToAdd } from '#workers/jobs.ts'
import { openQueues, type Queues, type RunJob } from '#workers/queues.ts'
import { relayOnce, startRelay } from '#workers/relay.ts'

const database = useTestDatabase()
const redisUrl = inject('redisUrl')
const REDIS_DATABASE = 1

const backends = [
  { name: 'PostgreSQL', at: () => ({ databaseUrl: database.url }) },
  ...(redisUrl
    ? [
        {
          name: 'Redis',
          at: () => ({ databaseUrl: database.url, redisUrl: `${redisUrl}/${REDIS_DATABASE}` }),
        },
      ]
    : []),
]

const until = async (isTrue: () => boolean | Promise<boolean>, ms = 15_000) => {
  const end = Date.now() + ms
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error('it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
const sendJob = (id = randomUUID()): JobToAdd => ({
  name: 'send-message',
  data: { messageId: id },
  id: `${id}-send-message`,
})
const clock = () => new Date()

describe.each(backends)('queues on $name', ({ at }) => {
  let queues: Queues
  let stop: (() => Promise<void>) | null = null
  beforeAll(async () => {
    queues = await openQueues(at())
  })
  afterEach(async () => {
    await stop?.()
    stop = null
    await db().outboxEvent.deleteMany()
  })
  afterAll(() => queues.close())
  const start = (run: RunJob) => {
    stop = queues.start(run)
  }

  test('a job runs with its name, ids and attempt', async () => {
    const job = sendJob()
    const ran: unknown[] = []
    start(async (given) => void ran.push(given))
    await queues.add([job])
    await until(() => ran.length > 0)
    expect(ran).toEqual([{ name: job.name, data: job.data, id: job.id, attempt: 1 }])
  })

  test('the same id added many times, at once and after it has run, runs once', async () => {
    const job = sendJob()
    let runs = 0
    start(async () => void runs++)
    await Promise.all(Array.from({ length: 8 }, () => queues.add([job])))
    await until(() => runs > 0)
    await queues.add([job])
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(runs).toBe(1)
  })

  test('added again after it has run, it runs again; added again while it waits, it runs once', async () => {
    const job = sendJob()
    let runs = 0
    await queues.add([job])
    await queues.addAgain([job])
    start(async () => void runs++)
    await until(() => runs > 0)
    await until(async () => (await queues.count()).contact === 0)
    expect(runs).toBe(1)
    await queues.addAgain([job])
    await until(() => runs === 2)
  })

  test('a job that fails is tried again after its backoff, then added again once given up', async () => {
    const id = `scheduled-${randomUUID()}`
    const job: JobToAdd = { name: 'send-due-messages', data: {}, id }
    const eventually: JobToAdd = {
      name: 'index-offer',
      data: { eventIds: [randomUUID()] },
      id: `${randomUUID()}-index-offer`,
    }
    const attempts: Record<string, number[]> = { [id]: [], [eventually.id]: [] }
    start(async ({ id: given, attempt }) => {
      attempts[given]?.push(attempt)
      if (given === id || attempt === 1) throw new Error('not today')
    })
    await queues.add([job, eventually])
    await until(() => attempts[eventually.id]?.length === 2)
    expect(attempts).toEqual({ [id]: [1], [eventually.id]: [1, 2] })
    await queues.addAgain([job])
    await until(() => attempts[id]?.length === 2)
  })

  test('a hundred jobs of every queue all run', async () => {
    const ran = new Set<string>()
    start(async ({ id }) => void ran.add(id))
    const jobs = Array.from({ length: 100 }, (_, i): JobToAdd => {
      const id = randomUUID()
      if (i % 3 === 0) return { name: 'index-offer', data: { eventIds: [id] }, id: `${id}-index-offer` }
      if (i % 3 === 1) return { name: 'match-offer', data: { eventIds: [id] }, id: `${id}-match-offer` }
      return sendJob(id)
    })
    await queues.add(jobs)
    await until(() => jobs.every(({ id }) => ran.has(id)))
    expect(ran.size).toBe(100)
  })

  test('stopping waits for the job under way and loses none of those that wait', async () => {
    const ended: string[] = []
    let begun = 0
    const jobs = Array.from({ length: 12 }, () => sendJob())
    const slow: RunJob = async ({ id }) => {
      begun++
      await new Promise((resolve) => setTimeout(resolve, 300))
      ended.push(id)
    }
    start(slow)
    await queues.add(jobs)
    await until(() => begun > 0)
    await stop?.()
    expect(ended).toHaveLength(begun)
    start(slow)
    await until(() => ended.length === jobs.length)
    expect(new Set(ended).size).toBe(jobs.length)
  })

  test('facts committed are relayed at once, each to the jobs that react to it', async () => {
    const ran: string[] = []
    start(async ({ id }) => void ran.push(id))
    const stopRelay = startRelay(queues, clock)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const startedAt = Date.now()
    const offerId = randomUUID()
    await appendEvents(
      db(),
      [
        { type: 'offer.edited', payload: { offerId } },
        { type: 'match.notified', payload: { matchId: offerId } },
      ],
      clock(),
    )
    await until(() => ran.length === 2)
    const tookMs = Date.now() - startedAt
    await stopRelay()
    const [edited, notified] = await db().outboxEvent.findMany({ orderBy: { sequence: 'asc' } })
    expect(ran.sort()).toEqual([`${edited?.id}-index-offer`, `${edited?.id}-match-offer`])
    expect(edited).toMatchObject({ relayedAt: expect.any(Date), settledAt: null })
    expect(notified?.settledAt).toEqual(expect.any(Date))
    expect(tookMs).toBeLessThan(1900)
  })

  test('relays side by side hand over each fact once', async () => {
    const offerId = randomUUID()
    await appendEvents(
      db(),
      Array.from({ length: 500 }, () => ({
        type: 'offer.reminder_due' as const,
        payload: { offerId, daysLeft: 7 },
      })),
      clock(),
    )
    const added: string[] = []
    const counting = {
      async add(jobs: readonly JobToAdd[]) {
        added.push(...jobs.flatMap(({ id, data }) => ('eventIds' in data ? data.eventIds : [id])))
        await queues.add(jobs)
      },
    }
    const relay = async () => {
      let relayed = 0
      for (let n = await relayOnce(counting, clock); n > 0; n = await relayOnce(counting, clock)) relayed += n
      return relayed
    }
    const counts = await Promise.all([relay(), relay(), relay()])
    expect(counts.reduce((a, b) => a + b)).toBe(500)
    expect(new Set(added).size).toBe(500)
    expect(added).toHaveLength(500)
  })

  test('a queue that refuses leaves the fact for the next time', async () => {
    await appendEvents(
      db(),
      [{ type: 'offer.reminder_due', payload: { offerId: randomUUID(), daysLeft: 1 } }],
      clock(),
    )
    const broken = { add: () => Promise.reject(new Error('no queue')) }
    await expect(relayOnce(broken, clock)).rejects.toThrow('no queue')
    expect(await db().outboxEvent.count({ where: { relayedAt: null } })).toBe(1)
    expect(await relayOnce(queues, clock)).toBe(1)
  })
})
