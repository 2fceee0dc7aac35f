import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Tells somebody who has given no sign for almost two years when her or his account will be erased. */
export async function notifyErasure(
  { eventId, accountId }: JobData<'notify-erasure'>,
  context: WorkerContext,
): Promise<void> {
  const account = await findAccount(db(), accountId)
  if (!account) return
  const saying = { eventId, kind: 'retention_notice', subjectId: accountId, wantedChannel: null } as const
  await sayToAccounts([account], saying, context)
}
