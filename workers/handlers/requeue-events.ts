import { db } from '#app/db/client.server.ts'
import { listUnsettledEvents, markRelayed } from '#app/db/outbox.server.ts'
import { logger } from '#app/system/logger.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import { jobsFor, KNOWN_FACTS } from '#workers/subscriptions.ts'

const MINUTES = 60_000
const DAYS = 24 * 60 * MINUTES
const PATIENCE_MS = 10 * MINUTES
const MEMORY_MS = 7 * DAYS
const LIMIT = 200

/** Gives the queues again what they lost or gave up: facts of the last week, relayed ten minutes ago or more, that a job has not done its work for. */
export async function requeueEvents({ clock, queues }: WorkerContext): Promise<void> {
  const now = clock()
  const events = await listUnsettledEvents(db(), {
    relayedBefore: new Date(now.getTime() - PATIENCE_MS),
    since: new Date(now.getTime() - MEMORY_MS),
    limit: LIMIT,
    types: KNOWN_FACTS,
  })
  const left = events.map(({ id, event, doneJobs }) => ({
    id,
    jobs: jobsFor(id, event).filter(({ name }) => !doneJobs.includes(name)),
  }))
  await queues.addAgain(left.flatMap(({ jobs }) => jobs))
  const settledIds = left.filter(({ jobs }) => jobs.length === 0).map(({ id }) => id)
  await markRelayed(db(), { ids: [], settledIds, now })
  if (left.length > 0) logger.warn({ events: left.length, settled: settledIds.length }, 'facts queued again')
}
