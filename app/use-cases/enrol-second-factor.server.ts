import { recordAccountChange } from '#app/db/account-changes.server.ts'
import { lockAccount } from '#app/db/account-states.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { endOtherSessions } from '#app/db/own-sessions.server.ts'
import { findSecondFactor, replaceRecoveryCodes, saveSecondFactor } from '#app/db/second-factors.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf, isProfessional } from '#app/domain/actor.ts'
import type { RefusalCode } from '#app/domain/errors.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { isProofFresh } from '#app/domain/second-factor.ts'
import { readCode } from '#app/domain/sign-in.ts'
import { newId } from '#app/system/id.server.ts'
import { proposedSecret, stepOfCode } from '#app/system/one-time-password.server.ts'
import { sealText } from '#app/system/secret-box.server.ts'
import type { OpenedSession } from './open-session.server.ts'
import { findOwnSession, renewOwnSession } from './renew-own-session.server.ts'
import { takeFactorAttempt } from './take-factor-code.server.ts'

type Enrolment = { actor: Actor; reference: string; code: string; now: Date }
type Outcome = OpenedSession | RefusalCode

async function enrol(
  tx: Db,
  { actor, accountId, reference, code, now }: Enrolment & { accountId: string },
): Promise<Outcome> {
  const account = await lockAccount(tx, accountId)
  const session = await findOwnSession(tx, { accountId, reference, now })
  if (!session) return 'unauthenticated'
  if (!account || !isProfessional(account.role)) return 'not_found'
  const former = await findSecondFactor(tx, accountId)
  if (former && actor.kind === 'unconfirmed') return 'forbidden'
  if (former && !isProofFresh(session.provedAt, now)) return 'proof_needed'
  if (!(await takeFactorAttempt(tx, accountId, now))) return 'too_many_attempts'
  const secret = proposedSecret(accountId, reference)
  const lastStep = stepOfCode(secret, code, now)
  if (lastStep === null) return 'factor_code_wrong'
  const encryptedSecret = sealText(secret, accountId)
  await saveSecondFactor(tx, { accountId, encryptedSecret, lastStep, now })
  await replaceRecoveryCodes(tx, accountId, [])
  await endOtherSessions(tx, { accountId, idHash: session.idHash, now })
  const change = { id: newId(), accountId, action: 'factor_changed', reason: null } as const
  await recordAccountChange(tx, { ...change, byId: accountId, at: now })
  await appendEvents(tx, [{ type: 'account.factor_changed', payload: { accountId } }], now)
  const proof = { confirmedAt: now, provedAt: now }
  return (await renewOwnSession(tx, { accountId, session, now }, proof)) ?? 'unauthenticated'
}

/**
 * A professional ties an authenticator to the account: a first right code of the secret proposed in this session confirms
 * it. The former one and its recovery codes open nothing any more, the other sessions end, and this one goes on under a new
 * reference; the person is told. Refusals: `invalid_input` on `code`, `factor_code_wrong`, `too_many_attempts`, `not_found` for somebody who is
 * no professional, `forbidden` at sign-in when there is one already, `proof_needed`, `unauthenticated`.
 */
export async function enrolSecondFactor(options: Enrolment): Promise<Result<OpenedSession>> {
  const accountId = accountIdOf(options.actor)
  if (!accountId) return refuse('unauthenticated')
  const code = readCode(options.code)
  if (!code) return refuse('invalid_input', { code: ['Le code a six chiffres.'] })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction(async (tx) => ok(await enrol(tx, { ...options, accountId, code })))
  if (!outcome.ok) return outcome
  return typeof outcome.value === 'string' ? refuse(outcome.value) : ok(outcome.value)
}
