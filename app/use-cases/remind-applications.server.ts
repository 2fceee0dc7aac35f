import { listApplicationIdsToRemind, markApplicationReminded } from '#app/db/applications-due.server.ts'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { ok, refuse } from '#app/domain/result.ts'

const LIMIT = 500

/** Records, once each, that organisations are to be reminded of the applications whose promised answer is late. Returns how many. */
export async function remindApplications({ now }: { now: Date }): Promise<number> {
  let reminded = 0
  for (const applicationId of await listApplicationIdsToRemind(db(), {
    today: parisDate(now),
    limit: LIMIT,
  })) {
    const result = await inTransaction(async (tx) => {
      if (!(await markApplicationReminded(tx, applicationId, now))) return refuse('already_sent')
      await appendEvents(tx, [{ type: 'application.reminder_due', payload: { applicationId } }], now)
      return ok(null)
    })
    if (result.ok) reminded++
  }
  return reminded
}
