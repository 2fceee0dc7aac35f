import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Tells a professional that her or his second factor, or its recovery codes, changed: by e-mail, or else by SMS. */
export async function notifyFactor(
  { eventId, accountId }: JobData<'notify-factor'>,
  context: WorkerContext,
): Promise<void> {
  const account = await findAccount(db(), accountId)
  if (!account) return
  const wantedChannel = account.email ? 'email' : 'sms'
  const saying = { eventId, kind: 'factor_changed', subjectId: accountId, wantedChannel } as const
  await sayToAccounts([account], saying, context)
}
