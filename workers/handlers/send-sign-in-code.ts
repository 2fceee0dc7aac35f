import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { findSignInCode } from '#app/db/sign-in-codes.server.ts'
import { sayToAccounts } from '#workers/contact/say-to-accounts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Writes the message of a code that somebody has just asked for, on the channel it was asked for. */
export async function sendSignInCode(
  { eventId, codeId }: JobData<'send-sign-in-code'>,
  context: WorkerContext,
): Promise<void> {
  const code = await findSignInCode(db(), codeId)
  if (!code || code.usedAt || code.expiresAt <= context.clock()) return
  const account = await findAccount(db(), code.accountId)
  if (!account) return
  const saying = { eventId, kind: 'sign_in_code', subjectId: codeId, wantedChannel: code.channel } as const
  await sayToAccounts([account], saying, context)
}
