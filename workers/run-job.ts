import { db } from '#app/db/client.server.ts'
import { markJobDone } from '#app/db/outbox.server.ts'
import type { EventType } from '#app/domain/events.ts'
import { impersonalError, logger } from '#app/system/logger.server.ts'
import type { WorkerContext } from './context.ts'
import { HANDLERS } from './handlers.ts'
import { isJobName, jobDefinition } from './jobs.ts'
import type { RunJob } from './queues.ts'
import { reactionsTo } from './subscriptions.ts'

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the job took more than ${timeoutMs} ms`)), timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Runs a job by its name in the catalogue, within its time, then records that it has done its work for its fact. Rejects
 * with what the handler threw, without addresses and numbers, as the queue keeps it and tries again. A fact is settled once all of its jobs have done their work.
 */
export const createRunJob =
  (context: WorkerContext): RunJob =>
  async ({ name, data, id, attempt }) => {
    if (!isJobName(name)) throw new Error(`no job is named ${name}`)
    const { schema, timeoutMs } = jobDefinition(name)
    const startedAt = performance.now()
    try {
      const payload = schema.parse(data)
      await within(HANDLERS[name](payload as never, context), timeoutMs)
      const { eventId, fact } = payload as { eventId?: string; fact?: string }
      if (eventId && fact)
        await markJobDone(db(), eventId, {
          job: name,
          expectedJobs: reactionsTo(fact as EventType),
          now: context.clock(),
        })
      logger.info({ job: name, id, attempt, ms: Math.round(performance.now() - startedAt) }, 'done')
    } catch (err) {
      logger.warn({ job: name, id, attempt, err }, 'failed')
      throw impersonalError(err)
    }
  }
