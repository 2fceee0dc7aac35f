import { listApplicationIdsToRemind, markApplicationReminded } from '#app/db/applications-due.server.ts'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { addDays, parisDate } from '#app/domain/duration.ts'
import { ok, refuse } from '#app/domain/result.ts'

const LIMIT = 500
const HOUR_MS = 3_600_000

/** Days before the one promised on which an organisation is reminded: a weekend fits in. */
export const REMINDER_LEAD_DAYS = 2
/** An organisation that promised to be quick has this long before it is reminded. */
const QUIET_HOURS = 12

/**
 * Records, once each, that organisations are to be reminded of the applications whose promised answer is due in two days, or
 * was. Returns how many.
 */
export async function remindApplications({ now }: { now: Date }): Promise<number> {
  let reminded = 0
  for (const applicationId of await listApplicationIdsToRemind(db(), {
    promisedBy: addDays(parisDate(now), REMINDER_LEAD_DAYS),
    sentBefore: new Date(now.getTime() - QUIET_HOURS * HOUR_MS),
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
