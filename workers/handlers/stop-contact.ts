import { findAccount } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { cancelQueued } from '#app/db/messages.server.ts'
import { findProfileOfAccount } from '#app/db/profiles.server.ts'
import { ASKED_NEWS_KINDS } from '#app/domain/message.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematch } from '#workers/matching/rematch.ts'

/** Honours a STOP: what has not left is cancelled, and the person is no longer proposed. Somebody who has come back meanwhile stays. */
export async function stopContact(
  { accountId }: JobData<'stop-contact'>,
  { clock, matcher }: WorkerContext,
): Promise<void> {
  const account = await findAccount(db(), accountId)
  if (account?.channel !== 'none') return
  for (const kind of ['match_proposed', ...ASKED_NEWS_KINDS] as const)
    await cancelQueued(db(), { accountId, kind, now: clock() })
  const profile = await findProfileOfAccount(db(), { kind: 'system' }, accountId)
  if (profile) await rematch({ side: 'profiles', ids: [profile.id] }, { matcher, now: clock() })
}
