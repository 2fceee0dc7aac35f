import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { lockAccount } from '#app/db/account-states.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { findSecondFactor, replaceRecoveryCodes } from '#app/db/second-factors.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { isProofFresh, SECOND_FACTOR } from '#app/domain/second-factor.ts'
import { newId } from '#app/system/id.server.ts'
import { hashRecoveryCode, newRecoveryCode } from '#app/system/one-time-password.server.ts'
import { findOwnSession } from './renew-own-session.server.ts'

/**
 * Draws ten recovery codes, to be shown this once; those drawn before open nothing any more. Refusals: `not_found` without a
 * second factor, `proof_needed`, `unauthenticated`.
 */
export async function renewRecoveryCodes(options: {
  actor: Actor
  reference: string
  now: Date
}): Promise<Result<string[]>> {
  const { actor, reference, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  return inTransaction(async (tx) => {
    await lockAccount(tx, accountId)
    const session = await findOwnSession(tx, { accountId, reference, now })
    if (!session) return refuse('unauthenticated')
    if (!(await findSecondFactor(tx, accountId))) return refuse('not_found')
    if (!isProofFresh(session.provedAt, now)) return refuse('proof_needed')
    const codes = Array.from({ length: SECOND_FACTOR.recoveryCodes }, newRecoveryCode)
    const hashed = codes.map((code) => ({ id: newId(), codeHash: hashRecoveryCode(accountId, code) }))
    await replaceRecoveryCodes(tx, accountId, hashed)
    const change = { id: newId(), accountId, action: 'factor_changed', reason: 'recovery_codes' } as const
    await recordAccountChange(tx, { ...change, byId: accountId, at: now })
    await appendEvents(tx, [{ type: 'account.factor_changed', payload: { accountId } }], now)
    return ok(codes)
  })
}
