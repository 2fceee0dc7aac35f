import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { lockAccount } from '#app/db/account-states.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { deleteSecondFactor } from '#app/db/second-factors.server.ts'
import { endSessionsOf } from '#app/db/sessions.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { canResetFactor } from '#app/domain/second-factor.policy.ts'
import { newId } from '#app/system/id.server.ts'

/**
 * An administrator takes the second factor from a professional who has lost it; her or his sessions end, and the next sign-in
 * asks for another one. Refusals: `not_found` for somebody of another territory, for oneself, and without a second factor,
 * `reason_required`.
 */
export async function resetSecondFactor(options: {
  actor: Actor
  accountId: string
  reason: string
  now: Date
}): Promise<Result<null>> {
  const { actor, accountId, now } = options
  const reason = options.reason.trim().slice(0, 500)
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account || !canResetFactor(actor, account)) return refuse('not_found')
    if (reason === '') return refuse('reason_required', { reason: ['Dites pourquoi.'] })
    if (!(await deleteSecondFactor(tx, accountId))) return refuse('not_found')
    await endSessionsOf(tx, accountId, now)
    const change = { id: newId(), accountId, action: 'factor_changed', reason } as const
    await recordAccountChange(tx, { ...change, byId: actor.accountId, at: now })
    await appendEvents(tx, [{ type: 'account.factor_changed', payload: { accountId } }], now)
    return ok(null)
  })
}
