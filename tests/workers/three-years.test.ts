import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import { queryRows } from '#app/db/raw.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { openQueues, type Queues } from '#workers/queues.ts'
import { relayOnce } from '#workers/relay.ts'
import { createRunJob } from '#workers/run-job.ts'
import { scheduledJob } from '#workers/schedules.ts'
import { canary } from './three-years/canary.ts'
import {
  CANARIES,
  decideOnProposals,
  leaveInThirds,
  liveTheirLives,
  OWNERS,
  openOffer,
} from './three-years/cast.ts'
import { comeIn, createStage, done, listenToLog, type Stage } from './three-years/stage.ts'
import { tracesInLines, tracesInTables, tracesOnDisk } from './three-years/traces.ts'
import { createTestWorker } from './worker-context.ts'
import { until } from './worker-process.ts'

const database = useTestDatabase()

const MINUTES = 60_000
const DAY_MS = 1440 * MINUTES
const DAYS = 3 * 365 + 1
/** What the clock brings about at night, and in the day. */
const BY_NIGHT = [
  'purge-unproven',
  'erase-inactive-accounts',
  'delete-old-records',
  'expire-offers',
  'suspend-inactive',
] as const
const BY_DAY = [
  'notice-erasures',
  'remind-applications',
  'close-unanswered-applications',
  'tell-new-offers',
  'pause-old-searches',
  'send-due-messages',
] as const

const worker = createTestWorker()
const log = listenToLog()
let queues: Queues
let stage: Stage
let stopQueues: () => Promise<void>

beforeAll(async () => {
  queues = await openQueues({ databaseUrl: database.url })
  stopQueues = queues.start(createRunJob({ ...worker.context, queues }))
  stage = await createStage()
})
afterAll(async () => {
  await stopQueues()
  await queues.close()
  log.stop()
})

const at = (day: number, hour: number) => {
  const instant = new Date(stage.startedAt.getTime() + day * DAY_MS)
  instant.setUTCHours(hour)
  return instant
}

/** Relays every fact to the real queues, in the database, and waits until every job of theirs has run. */
async function drain() {
  const isQuiet = async () => {
    const relayed = await relayOnce(queues, worker.context.clock)
    return relayed === 0 && Object.values(await queues.count()).every((count) => count === 0)
  }
  await until(isQuiet, { ms: 10 * MINUTES, every: 200, what: 'the queues are empty' })
}

/** Those who stay come back, publish, and read somebody: the access log goes by the database's clock or by its newest line. */
async function stay(day: number) {
  const now = at(day, 9)
  const { hotline, officer, administrator, referent, employer, survivor } = stage
  for (const { account } of [hotline, officer, administrator, referent, employer, survivor])
    await comeIn(account.email ?? '', now)
  await openOffer(stage, now)
  await done(recordReading(hotline.actor, { purpose: 'profile', at: now, profileIds: [survivor.profile.id] }))
}

async function liveDay(day: number) {
  worker.setNow(at(day, 0))
  for (const name of BY_NIGHT) await worker.run(scheduledJob(name, worker.context.clock()))
  worker.setNow(at(day, 10))
  for (const name of BY_DAY) await worker.run(scheduledJob(name, worker.context.clock()))
  if (day % 28 === 0) await stay(day)
  await worker.runAll()
}

// Covered: every value of every table of every schema, so the queue's store, the search index, the outbox and the mailbox of the
// demo too; the log at every level; the files of the database. Not covered: the write-ahead log, backups, and what a mail or SMS
// provider keeps. Times are the virtual clock's; the queue alone goes by the machine's, so that all it ever stored is still there.
test(
  'of 200 people who lived here, the nightly work of three years leaves nothing, byte for byte',
  async () => {
    expect(new Set(CANARIES.map(({ word }) => word)).size).toBe(200)
    worker.setNow(at(0, 8))
    await liveTheirLives(stage, at(0, 8))
    await worker.runAll()
    await decideOnProposals(at(0, 9))
    await drain()
    // Each of them is here, and a planner that has looked at every table knows some of them by heart.
    await queryRows('analyze')
    expect((await tracesInTables(CANARIES)).size).toBe(200)

    worker.setNow(at(1, 8))
    const left = await leaveInThirds(stage, at(1, 8))
    await drain()
    expect(left.length).toBeGreaterThan(50)
    // Whoever asks is gone at once; a business that bears somebody's name is kept with its offers for its time.
    const people = left.filter((one) => !OWNERS.includes(one))
    expect(Object.fromEntries(await tracesInTables(people))).toEqual({})

    for (let day = 2; day <= DAYS; day++) await liveDay(day)
    expect(Object.fromEntries(await tracesInTables(CANARIES))).toEqual({})
    expect(tracesInLines(CANARIES, log.lines)).toEqual([])
    expect(log.lines.length).toBeGreaterThan(1000)
    expect((await tracesOnDisk(CANARIES)).traces).toEqual([])
    // Whoever stayed is still here.
    const { email } = stage.survivor.account
    expect(await db().account.count({ where: { email, erasedAt: null } })).toBe(1)
  },
  30 * MINUTES,
)

test('a single leftover is found, wherever it is', async () => {
  const lost = canary(999)
  await queryRows('create table bullmq.planted (id int, bytes bytea)')
  await queryRows('insert into bullmq.planted values (1, $1)', [Buffer.from(`x${lost.phone}x`)])
  expect((await tracesInTables([lost])).get(lost.word)).toEqual(['bullmq.planted'])
  expect((await tracesOnDisk([lost])).traces).toEqual([`bullmq.planted: 1 marks, such as ${lost.word}`])
  expect(tracesInLines([lost], ['{"name":"nobody"}', `{"x":"${lost.firstName}"}`])).toEqual([lost.word])
  await queryRows('drop table bullmq.planted')
})
