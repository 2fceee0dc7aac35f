import { db } from '#app/db/client.server.ts'
import { listOpenFacts, markJobDone, type OpenFact } from '#app/db/outbox.server.ts'
import type { EventType } from '#app/domain/events.ts'
import type { WorkerContext } from './context.ts'
import type { JobName } from './jobs.ts'
import { reactionsTo } from './subscriptions.ts'

/** Records that a job has done its work for these facts. */
export async function markDone(
  job: JobName,
  facts: readonly { id: string; type: EventType }[],
  { clock }: Pick<WorkerContext, 'clock'>,
): Promise<void> {
  const done = facts.map(({ id, type }) => ({ id, expectedJobs: reactionsTo(type) }))
  await markJobDone(db(), { job, facts: done, now: clock() })
}

/**
 * Does a job's work, at once, for those of these facts that it has still to be done for, then records it. `work` returns the
 * facts it has answered, these and others.
 */
export async function answerFacts(
  job: JobName,
  eventIds: readonly string[],
  context: Pick<WorkerContext, 'clock'>,
  work: (facts: OpenFact[]) => Promise<readonly OpenFact[]>,
): Promise<void> {
  const facts = await listOpenFacts(db(), { ids: eventIds, job })
  if (facts.length === 0) return
  const answered = await work(facts)
  await markDone(
    job,
    answered.map(({ id, event: { type } }) => ({ id, type })),
    context,
  )
}
