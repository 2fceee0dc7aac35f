import type { AccountAction, AccountChange } from '#app/domain/account-change.ts'
import type { Db } from './client.server.ts'

/** Keeps what happened to an account. */
export async function recordAccountChange(db: Db, change: AccountChange): Promise<void> {
  await db.accountChange.create({ data: change })
}

/** The history of an account, newest first. */
export async function listAccountChanges(db: Db, accountId: string): Promise<AccountChange[]> {
  const rows = await db.accountChange.findMany({
    where: { accountId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({ ...row, action: row.action as AccountAction }))
}
