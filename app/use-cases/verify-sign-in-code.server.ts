import { timingSafeEqual } from 'node:crypto'
import { findAccount } from '#app/db/accounts.server.ts'
import { markCodeUsed, takeTry } from '#app/db/sign-in-codes.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { readCode, SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

type Outcome = OpenedSession | 'code_wrong' | 'account_suspended'

const isSame = (typed: string, expected: string) => timingSafeEqual(Buffer.from(typed), Buffer.from(expected))

/**
 * Opens a session for whoever holds a right code. Refusals: `invalid_input` on `code` when it is not six digits (no try is
 * counted), `code_wrong` for a wrong, unknown, used, expired or exhausted one alike, `account_suspended` after a right code.
 */
export async function verifySignInCode(options: {
  codeId: string
  code: string
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> {
  const { codeId, visit, now } = options
  const code = readCode(options.code)
  if (!code) return refuse('invalid_input', { code: ['Le code a six chiffres.'] })
  // A wrong try is counted: the transaction has to succeed, and the refusal is made of its outcome.
  const outcome = await inTransaction<Outcome>(async (tx) => {
    const accountId = await takeTry(tx, codeId, { now, maxTries: SIGN_IN_CODE.maxTries })
    if (!accountId || !isSame(code, signInCode(codeId))) return ok('code_wrong')
    if (!(await markCodeUsed(tx, codeId, now))) return ok('code_wrong')
    const account = await findAccount(tx, accountId)
    if (account?.status !== 'active') return ok('account_suspended')
    return ok(await openSession(tx, { account, visit, confirmedAt: null, now }))
  })
  if (!outcome.ok) return outcome
  return typeof outcome.value === 'string' ? refuse(outcome.value) : ok(outcome.value)
}
