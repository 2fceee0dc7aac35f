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
    options: { connectionString: databaseUrl, migrate: true, max: 3 } as ConnectionOptions,
    async close() {},
  }
}

const optionsOf = ({ name, id }: JobToAdd) => {
  const { attempts, backoffMs } = jobDefinition(name)
  return {
    jobId: id,
    attempts,
    backoff: { type: 'exponential', delay: backoffMs },
    removeOnComplete: { age: HOUR_S, count: 5000 },
    removeOnFail: { age: 24 * HOUR_S, count: 5000 },
  }
}

async function removeFinished(queue: Queue, id: string): Promise<void> {
  const job: Job | undefined = await queue.getJob(id)
  if (!job) return
  const state = await job.getState()
  if (state === 'completed' || state === 'failed') await job.remove()
}

/** Opens the queues on Redis when `redisUrl` is given, else in the database itself (schema `bullmq`). */
export function openQueues(at: { databaseUrl: string; redisUrl?: string }): Queues {
  const connection = connect(at)
  const shared = { connection: connection.options }
  const queues = Object.fromEntries(
    QUEUE_NAMES.map((name) => {
      const queue = new Queue(name, shared)
      queue.on('error', (err) => logger.warn({ err, queue: name }, 'queue connection'))
      return [name, queue]
    }),
  ) as Record<QueueName, Queue>
  const queueOf = (job: JobToAdd) => queues[jobDefinition(job.name).queue]

  async function add(jobs: readonly JobToAdd[]) {
    for (const name of QUEUE_NAMES) {
      const own = jobs.filter((job) => jobDefinition(job.name).queue === name)
      if (own.length > 0)
        await queues[name].addBulk(
          own.map((job) => ({ name: job.name, data: job.data, opts: optionsOf(job) })),
        )
    }
  }

  return {
    add,
    async addAgain(jobs) {
      for (const job of jobs) await removeFinished(queueOf(job), job.id)
      await add(jobs)
    },
    start(run) {
      const workers = QUEUE_NAMES.map((name) => {
        const worker = new Worker(
          name,
          (job: Job) =>
            run({ name: job.name, data: job.data, id: String(job.id), attempt: job.attemptsMade + 1 }),
          {
            ...shared,
            concurrency: CONCURRENCY[name],
            lockDuration: LOCK_MS,
            stalledInterval: STALLED_CHECK_MS,
            maxStalledCount: 20,
          },
        )
        worker.on('error', (err) => logger.warn({ err, queue: name }, 'worker connection'))
        return worker
      })
      return async () => {
        await Promise.all(workers.map((worker) => worker.close()))
      }
    },
    async count() {
      const counts = await Promise.all(
        QUEUE_NAMES.map(async (name) => [
          name,
          await queues[name].getJobCountByTypes('waiting', 'active', 'delayed', 'prioritized'),
        ]),
      )
      return Object.fromEntries(counts)
    },
    async close() {
      await Promise.all(QUEUE_NAMES.map((name) => queues[name].close()))
      await connection.close()
    },
  }
}
