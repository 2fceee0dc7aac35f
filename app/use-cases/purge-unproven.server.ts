import { db } from '#app/db/client.server.ts'
import { deleteOldProofs } from '#app/db/contact-proofs.server.ts'
import { deleteOldAttempts } from '#app/db/rate-limits.server.ts'
import { deleteOldSessions } from '#app/db/sessions.server.ts'
import { deleteOldCodes } from '#app/db/sign-in-codes.server.ts'
import { deleteUnprovenAccounts } from '#app/db/unproven-accounts.server.ts'
import { RETENTION } from '#app/domain/retention.ts'

const DAY_MS = 86_400_000

/** What a purge removed. */
export type Purged = { accounts: number; codes: number; attempts: number; sessions: number }

/**
 * Removes what signing in leaves behind: accounts a day old that nobody has proved, codes that expired a day ago, counts of
 * attempts that are over, sessions that ended 30 days ago. Each by itself: run again, it goes on.
 */
export async function purgeUnproven({ now }: { now: Date }): Promise<Purged> {
  const dayBefore = new Date(now.getTime() - DAY_MS)
  return {
    accounts: await deleteUnprovenAccounts(db(), { before: dayBefore, now }),
    codes: (await deleteOldCodes(db(), dayBefore)) + (await deleteOldProofs(db(), dayBefore)),
    attempts: await deleteOldAttempts(db(), now),
    sessions: await deleteOldSessions(db(), new Date(now.getTime() - RETENTION.endedSessionDays * DAY_MS)),
  }
}
