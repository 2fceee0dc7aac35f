import { findAccountOfUsedCode, lockAccount } from '#app/db/account-states.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canChangeAccount } from '#app/domain/account.policy.ts'
import { PROOF_MINUTES } from '#app/domain/account.stopped.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { changeStanding } from './change-standing.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

const WAYS_BACK = ['wake', 'resume'] as const

/**
 * A person who has just given a right code lets her or his own account go on and enters. That clears sleep and the person's
 * own request, never a decision and never a duplicate. Refusals: `code_expired` when the code was given too long ago,
 * `account_suspended` when the reason is another one.
 */
export function reactivateOwnAccount(options: {
  codeId: string
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> {
  const { codeId, visit, now } = options
  return inTransaction(async (tx) => {
    const since = new Date(now.getTime() - PROOF_MINUTES * 60_000)
    const proved = await findAccountOfUsedCode(tx, codeId, since)
    const account = proved && (await lockAccount(tx, proved.id))
    if (!account) return refuse('code_expired')
    const actor = { kind: 'newcomer', accountId: account.id, territoryId: account.territoryId } as const
    const name = WAYS_BACK.find((way) => canChangeAccount(actor, account, way))
    if (!name) return refuse('account_suspended')
    const changed = await changeStanding(tx, { account, name, byId: account.id, now })
    if (!changed.ok) return changed
    return ok(await openSession(tx, { account, visit, confirmedAt: null, now }))
  })
}
