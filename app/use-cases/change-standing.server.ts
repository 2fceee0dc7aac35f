import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { saveStanding } from '#app/db/account-states.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { endSessionsOf } from '#app/db/sessions.server.ts'
import { decideStanding } from '#app/domain/account.decide.ts'
import type { AccountTransition } from '#app/domain/account.transitions.ts'
import type { Account } from '#app/domain/account.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

/**
 * Stops an account or lets it go on, inside the caller's transaction, which has locked and authorised it: the standing, the
 * line of its history, and the end of every session when it stops. The database tells the engine. Refusal:
 * `transition_impossible`.
 */
export async function changeStanding(
  tx: Db,
  options: {
    account: Account
    name: AccountTransition
    byId: string | null
    duplicateOfId?: string
    now: Date
  },
): Promise<Result<null>> {
  const { account, name, byId, duplicateOfId = null, now } = options
  const decided = decideStanding(account, name)
  if (!decided.ok) return decided
  const { action, status } = decided.value
  await saveStanding(tx, account.id, decided.value, { duplicateOfId, now })
  if (status === 'suspended') await endSessionsOf(tx, account.id, now)
  await recordAccountChange(tx, { id: newId(), accountId: account.id, action, reason: name, byId, at: now })
  return ok(null)
}
