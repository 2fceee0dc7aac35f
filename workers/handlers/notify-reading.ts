import { findAccount, listAdministrators } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Tells the administrators of the territory that an account reads too many people. */
export async function notifyReading(
  { eventId, accountId }: JobData<'notify-reading'>,
  context: WorkerContext,
): Promise<void> {
  const reader = await findAccount(db(), accountId)
  if (!reader) return
  const administrators = await listAdministrators(db(), reader.territoryId)
  const saying = { eventId, kind: 'reading_alarm', subjectId: accountId, wantedChannel: 'email' } as const
  await sayToAccounts(administrators, saying, context)
}
