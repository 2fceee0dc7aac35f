import { db } from '#app/db/client.server.ts'
import type { Clock } from '#app/system/clock.server.ts'
import { NOW } from '#tests/factories/now.ts'
import type { WorkerContext } from '#workers/context.ts'
import { localMailer, localSms } from '#workers/gateways/local-outbox.ts'
import type { JobToAdd } from '#workers/jobs.ts'
import type { Matcher } from '#workers/matching/matcher.ts'
import { createPoolMatcher } from '#workers/matching/pool-matcher.ts'
import { relayOnce } from '#workers/relay.ts'
import { createRunJob } from '#workers/run-job.ts'

export type TestWorker = {
  context: WorkerContext
  /** What handlers have asked for and nobody has run yet. */
  waiting: JobToAdd[]
  /** Sets the time everybody reads. */
  setNow(now: Date): void
  /** Relays every fact and runs every job, and what they bring about, until nothing is left. */
  runAll(): Promise<void>
  /** Runs one job as the worker would, for the first time unless said. */
  run(job: JobToAdd, attempt?: number): Promise<void>
}

// The pools of a worker are loaded once something is asked of them, as many tests ask nothing.
function lazyMatcher(): Matcher {
  let made: Matcher | undefined
  const matcher = () => {
    made ??= createPoolMatcher()
    return made
  }
  return {
    ready: () => matcher().ready(),
    ask: (question) => matcher().ask(question),
    close: async () => made?.close(),
  }
}

/** A worker whose queue is a list in memory and whose clock is told the time: real database, real handlers, local outbox. */
export function createTestWorker(overrides: Partial<WorkerContext> = {}): TestWorker {
  let now = NOW
  const clock: Clock = () => now
  const waiting: JobToAdd[] = []
  const queues = {
    async add(jobs: readonly JobToAdd[]) {
      waiting.push(...jobs)
    },
    async addAgain(jobs: readonly JobToAdd[]) {
      waiting.push(...jobs)
    },
  }
  const context: WorkerContext = {
    clock,
    queues,
    matcher: lazyMatcher(),
    mailer: localMailer(clock),
    sms: localSms(clock),
    appUrl: 'https://actifs.example.org',
    mailFrom: 'Actifs <ne-pas-repondre@example.org>',
    smsSender: 'ACTIFS',
    isAnyHour: false,
    ...overrides,
  }
  const runJob = createRunJob(context)
  const run = ({ name, data, id }: JobToAdd, attempt = 1) => runJob({ name, data, id, attempt })
  return {
    context,
    waiting,
    setNow: (next) => {
      now = next
    },
    run,
    async runAll() {
      for (;;) {
        const relayed = await relayOnce(queues, clock)
        if (relayed === 0 && waiting.length === 0) return
        for (const job of waiting.splice(0)) await run(job)
      }
    },
  }
}

/** What left through the local outbox, oldest first. */
export const listDelivered = () =>
  db().localDelivery.findMany({ orderBy: [{ sentAt: 'asc' }, { recipient: 'asc' }] })

/** Every message, oldest first. */
export const listMessages = () => db().message.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
