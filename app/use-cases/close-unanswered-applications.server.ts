import { addApplicationChange, findApplication, saveApplication } from '#app/db/applications.server.ts'
import { listApplicationIdsToClose } from '#app/db/applications-due.server.ts'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { decideApplication } from '#app/domain/application.decide.ts'
import { addDays, parisDate } from '#app/domain/duration.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

const SYSTEM = { kind: 'system' } as const
const LIMIT = 500
const DAY_MS = 86_400_000

/** Days between the promise broken and the closure, in which the application waits on the relation officer's desk; none is closed sooner after its reminder. */
export const UNANSWERED_AFTER_DAYS = 14

const closeApplication = (applicationId: string, now: Date): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const application = await findApplication(tx, SYSTEM, applicationId)
    if (!application) return refuse('not_found')
    const decision = decideApplication(application, { action: 'close_unanswered', actor: SYSTEM, now })
    if (!decision.ok) return decision
    const { application: next, change, events } = decision.value
    if (!(await saveApplication(tx, next, application.version))) return refuse('stale_version')
    await addApplicationChange(tx, applicationId, { ...change, actor: SYSTEM, now })
    await appendEvents(tx, events, now)
    return ok(null)
  })

/** Closes the applications still not answered 14 days after the promise was broken and the reminder sent, 500 at most, and returns how many. */
export async function closeUnansweredApplications({ now }: { now: Date }): Promise<number> {
  const remindedBefore = new Date(now.getTime() - UNANSWERED_AFTER_DAYS * DAY_MS)
  const promisedBefore = addDays(parisDate(now), -UNANSWERED_AFTER_DAYS)
  const due = { promisedBefore, remindedBefore, limit: LIMIT }
  let closed = 0
  for (const id of await listApplicationIdsToClose(db(), due))
    if ((await closeApplication(id, now)).ok) closed++
  return closed
}
