import { findDemoAccount } from '#app/db/accounts.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { isId } from '#app/domain/ids.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { env } from '#app/system/env.server.ts'
import { type OpenedSession, openSession, type Visit } from './open-session.server.ts'

/**
 * Opens a session for an account of the demo, in a demo only: nobody there is real, and no second factor is asked. Refusals: `not_found`, `account_suspended`.
 */
export async function startDemoSession(options: {
  accountId: string
  visit: Visit
  now: Date
}): Promise<Result<OpenedSession>> {
  const { accountId, visit, now } = options
  if (!env().DEMO || !isId(accountId)) return refuse('not_found')
  return inTransaction(async (tx) => {
    const account = await findDemoAccount(tx, accountId)
    if (!account) return refuse('not_found')
    if (account.status !== 'active') return refuse('account_suspended')
    return ok(await openSession(tx, { account, visit, confirmedAt: now, now }))
  })
}
