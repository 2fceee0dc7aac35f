import {
  type ConnectionOptions,
  createPostgresBackend,
  type Job,
  Queue,
  setDefaultBackendFactory,
  Worker,
} from 'bullmq'
import { Redis } from 'ioredis'
import { logger } from '#app/system/logger.server.ts'
import { CONCURRENCY, type JobToAdd, jobDefinition, QUEUE_NAMES, type QueueName } from './jobs.ts'

const SECONDS = 1000
const HOUR_S = 3600

/** A worker that died gives its jobs back after the lock, found by the next check. */
const LOCK_MS = 15 * SECONDS
const STALLED_CHECK_MS = 3 * SECONDS
const RETRY_MS = 1 * SECONDS
/** From so many jobs on, they are added in bulk. */
const BULK = 10

/** Runs one job; what it throws makes the queue try again. */
export type RunJob = (job: { name: string; data: unknown; id: string; attempt: number }) => Promise<void>

/** The queues of this process. Disposable: what they lose is found again in the database. */
export type Queues = {
  /** Adds jobs; an id that the queue still knows is left as it is. */
  add(jobs: readonly JobToAdd[]): Promise<void>
  /** Adds jobs again, those which the queue keeps as finished or failed too. Waiting and running ones are left alone. */
  addAgain(jobs: readonly JobToAdd[]): Promise<void>
  /** Starts running jobs; the function returned stops, and waits for those under way. */
  start(run: RunJob): () => Promise<void>
  /** Jobs that wait, run or are delayed, by queue. */
  count(): Promise<Record<QueueName, number>>
  close(): Promise<void>
}

type Shared = { connection: ConnectionOptions }
type Connection = { options: ConnectionOptions; close(): Promise<void> }

function connect({ databaseUrl, redisUrl }: { databaseUrl: string; redisUrl?: string }): Connection {
  if (redisUrl) {
    setDefaultBackendFactory()
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null })
    redis.on('error', (err) => logger.warn({ err }, 'redis connection'))
    return { options: redis, close: async () => redis.disconnect() }
  }
  setDefaultBackendFactory(createPostgresBackend)
  return {
    options: {
      connectionString: databaseUrl,
      migrate: true,
      max: 3,
      // Queues are disposable: what a crash of the server takes back is found again in the outbox, so nothing waits for the disk.
      options: '-c synchronous_commit=off',
    } as ConnectionOptions,
    async close() {},
  }
}

const optionsOf = ({ name, id }: JobToAdd) => {
  const { attempts, backoffMs } = jobDefinition(name)
  return {
    jobId: id,
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    // By age alone: on PostgreSQL a limit by count reads every finished job each time one finishes.
    removeOnComplete: { age: HOUR_S },
    removeOnFail: { age: 24 * HOUR_S },
  }
}

async function removeFinished(queue: Queue, id: string): Promise<void> {
  const job: Job | undefined = await queue.getJob(id)
  if (!job) return
  const state = await job.getState()
  if (state === 'completed' || state === 'failed') await job.remove()
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

// A connection that fails at its very first use stays broken in the library: it is thrown away and made again.
async function untilReady<T extends { waitUntilReady(): Promise<unknown>; close(): Promise<void> }>(
  make: () => T,
  isStopped: () => boolean = () => false,
): Promise<T | null> {
  while (!isStopped()) {
    const made = make()
    try {
      await made.waitUntilReady()
      return made
    } catch (err) {
      logger.warn({ err }, 'queues: not reachable yet')
      await made.close().catch(() => {})
      await pause(RETRY_MS)
    }
  }
  return null
}

// The library reports a broken connection at each of its attempts: one line every few seconds says enough.
function quietly(fields: Record<string, string>, message: string) {
  let silentUntil = 0
  return (err: Error) => {
    if (Date.now() < silentUntil) return
    silentUntil = Date.now() + 5 * SECONDS
    logger.warn({ ...fields, err }, message)
  }
}

async function openQueue(name: QueueName, shared: Shared): Promise<Queue> {
  const queue = await untilReady(() => {
    const made = new Queue(name, shared)
    made.on('error', quietly({ queue: name }, 'queue connection'))
    return made
  })
  if (!queue) throw new Error('unreachable')
  return queue
}

function startWorker(name: QueueName, shared: Shared, run: RunJob): () => Promise<void> {
  let stopped = false
  const make = () => {
    const worker = new Worker(
      name,
      (job: Job) =>
        run({ name: job.name, data: job.data, id: String(job.id), attempt: job.attemptsMade + 1 }),
      {
        ...shared,
        autorun: false,
        concurrency: CONCURRENCY[name],
        lockDuration: LOCK_MS,
        stalledInterval: STALLED_CHECK_MS,
        maxStalledCount: 20,
      },
    )
    worker.on('error', quietly({ queue: name }, 'worker connection'))
    return worker
  }
  const starting = untilReady(make, () => stopped).then((worker) => {
    if (!stopped) worker?.run().catch(quietly({ queue: name }, 'worker loop'))
    return worker
  })
  return async () => {
    stopped = true
    await (await starting)?.close()
  }
}

/**
 * Opens the queues on Redis when `redisUrl` is given, else in the database itself (schema `bullmq`). Waits for as long as
 * they cannot be reached.
 */
export async function openQueues(at: { databaseUrl: string; redisUrl?: string }): Promise<Queues> {
  const connection = connect(at)
  const shared: Shared = { connection: connection.options }
  const opened: [QueueName, Queue][] = []
  for (const name of QUEUE_NAMES) opened.push([name, await openQueue(name, shared)])
  const queues = Object.fromEntries(opened) as Record<QueueName, Queue>

  async function add(jobs: readonly JobToAdd[]) {
    const adding = opened.map(async ([name, queue]) => {
      const own = jobs.filter((job) => jobDefinition(job.name).queue === name)
      // In bulk, PostgreSQL makes tables for each call: that pays for many jobs only.
      if (own.length < BULK) for (const job of own) await queue.add(job.name, job.data, optionsOf(job))
      else await queue.addBulk(own.map((job) => ({ name: job.name, data: job.data, opts: optionsOf(job) })))
    })
    await Promise.all(adding)
  }

  return {
    add,
    async addAgain(jobs) {
      for (const job of jobs) await removeFinished(queues[jobDefinition(job.name).queue], job.id)
      await add(jobs)
    },
    start(run) {
      const stops = QUEUE_NAMES.map((name) => startWorker(name, shared, run))
      return async () => {
        await Promise.all(stops.map((stop) => stop()))
      }
    },
    async count() {
      const counts = opened.map(async ([name, queue]) => [
        name,
        await queue.getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized'),
      ])
      return Object.fromEntries(await Promise.all(counts))
    },
    async close() {
      await Promise.all(opened.map(([, queue]) => queue.close()))
      await connection.close()
    },
  }
}
