import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import type { OpenedSession } from './open-session.server.ts'
import { findOwnSession, renewOwnSession } from './renew-own-session.server.ts'
import { type FactorRefusal, isFactorCode, takeFactorCode } from './take-factor-code.server.ts'

/**
 * A professional gives the second factor: at sign-in, or again before a change. The session goes on under a new reference.
 * Refusals: `invalid_input` on `code` when it cannot be one (no try is counted), `factor_code_wrong` for a wrong or used one,
 * `too_many_attempts` beyond ten in a quarter of an hour, `unauthenticated` when the session has ended meanwhile.
 */
export async function giveSecondFactor(options: {
  actor: Actor
  reference: string
  code: string
  now: Date
}): Promise<Result<OpenedSession>> {
  const { actor, reference, code, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  if (!isFactorCode(code))
    return refuse('invalid_input', { code: ['Le code a six chiffres. Un code de secours a 12 caractères.'] })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction<OpenedSession | FactorRefusal | null>(async (tx) => {
    const session = await findOwnSession(tx, { accountId, reference, now })
    if (!session) return ok(null)
    const wrong = await takeFactorCode(tx, { accountId, code, now })
    if (wrong) return ok(wrong)
    return ok(await renewOwnSession(tx, { accountId, session, now }, { confirmedAt: now, provedAt: now }))
  })
  if (!outcome.ok) return outcome
  if (outcome.value === null) return refuse('unauthenticated')
  return typeof outcome.value === 'string' ? refuse(outcome.value) : ok(outcome.value)
}
