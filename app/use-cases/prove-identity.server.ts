import { lockAccount } from '#app/db/account-states.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf, isProfessional } from '#app/domain/actor.ts'
import type { RefusalCode } from '#app/domain/errors.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { readCode } from '#app/domain/sign-in.ts'
import type { OpenedSession } from './open-session.server.ts'
import { findOwnSession, renewOwnSession } from './renew-own-session.server.ts'
import { takeContactProof } from './take-contact-proof.server.ts'

/**
 * Somebody who is no professional shows again who she or he is by the code sent to a contact of the account; the session goes
 * on under a new reference. Refusals: `invalid_input` on `code`, `code_wrong`, `code_expired`, `too_many_tries`, `forbidden`
 * for a professional, `unauthenticated`.
 */
export async function proveIdentity(options: {
  actor: Actor
  reference: string
  code: string
  now: Date
}): Promise<Result<OpenedSession>> {
  const { actor, reference, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  const code = readCode(options.code)
  if (!code) return refuse('invalid_input', { code: ['Le code a six chiffres.'] })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction<OpenedSession | RefusalCode>(async (tx) => {
    const account = await lockAccount(tx, accountId)
    const session = await findOwnSession(tx, { accountId, reference, now })
    if (!account || !session) return ok('unauthenticated')
    if (isProfessional(account.role)) return ok('forbidden')
    const proof = await takeContactProof(tx, { accountId, purpose: 'identity', code, now })
    if (typeof proof === 'string') return ok(proof)
    const renewed = await renewOwnSession(tx, { accountId, session, now }, { provedAt: now })
    return ok(renewed ?? 'unauthenticated')
  })
  if (!outcome.ok) return outcome
  return typeof outcome.value === 'string' ? refuse(outcome.value) : ok(outcome.value)
}
