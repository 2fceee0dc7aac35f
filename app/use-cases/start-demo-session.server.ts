import { findDemoAccount } from '#app/db/accounts.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { isId } from '#app/domain/ids.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { env } from '#app/system/env.server.ts'
import { type OpenedSession, openSession } from './open-session.server.ts'

/** Opens a session for an account of the demo, in a demo only. Refusals: `not_found`, `account_suspended`. */
export async function startDemoSession(options: {
  accountId: string
  previousReference: string | null
  now: Date
}): Promise<Result<OpenedSession>> {
  const { accountId, previousReference, now } = options
  if (!env().DEMO || !isId(accountId)) return refuse('not_found')
  return inTransaction(async (tx) => {
    const account = await findDemoAccount(tx, accountId)
    if (!account) return refuse('not_found')
    if (account.status !== 'active') return refuse('account_suspended')
    return ok(await openSession(tx, { account, previousReference, now }))
  })
}
