import type { EventType } from '#app/domain/events.ts'
import { impersonalError, logger } from '#app/system/logger.server.ts'
import { markDone } from './answer-facts.ts'
import type { WorkerContext } from './context.ts'
import { HANDLERS } from './handlers.ts'
import { isJobName, type JobName, jobDefinition } from './jobs.ts'
import type { RunJob } from './queues.ts'
import { jobForFacts } from './subscriptions.ts'

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

// One fact that cannot be answered must not hold the others: each gets a job of its own, which is tried again as any other. An
// outage holds them all: it may be over at the second attempt.
async function takeApart(name: JobName, eventIds: readonly string[], { queues }: WorkerContext) {
  await queues.add(eventIds.map((eventId) => jobForFacts(name, [eventId])))
}

type Facts = { eventIds?: string[]; eventId?: string; fact?: string }

/**
 * Runs a job by its name in the catalogue, within its time, then records that it has done its work for its fact; a job for
 * several facts does so itself. Rejects with what the handler threw, without addresses and numbers, as the queue keeps it and
 * tries again; a job for several facts that fails again is taken apart instead. A fact is settled once all of its jobs have done their work.
 */
export const createRunJob =
  (context: WorkerContext): RunJob =>
  async ({ name, data, id, attempt }) => {
    if (!isJobName(name)) throw new Error(`no job is named ${name}`)
    const { schema, timeoutMs } = jobDefinition(name)
    const startedAt = performance.now()
    let facts: Facts = {}
    try {
      const payload = schema.parse(data)
      facts = payload as Facts
      await within(HANDLERS[name](payload as never, context), timeoutMs)
      const { eventId, fact } = facts
      if (eventId && fact) await markDone(name, [{ id: eventId, type: fact as EventType }], context)
      logger.info({ job: name, id, attempt, ms: Math.round(performance.now() - startedAt) }, 'done')
    } catch (err) {
      logger.warn({ job: name, id, attempt, err }, 'failed')
      if (attempt > 1 && facts.eventIds && facts.eventIds.length > 1)
        return takeApart(name, facts.eventIds, context)
      throw impersonalError(err)
    }
  }
