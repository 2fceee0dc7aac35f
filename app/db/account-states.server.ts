import type { StandingChange } from '#app/domain/account.decide.ts'
import type { Account } from '#app/domain/account.ts'
import { toAccount } from './accounts.server.ts'
import type { Db } from './client.server.ts'

/** The account with this id, held until the transaction ends so that whoever acts on it waits; null when there is none. */
export async function lockAccount(tx: Db, id: string): Promise<Account | null> {
  await tx.$queryRaw`select 1 from account where id = ${id}::uuid for update`
  const row = await tx.account.findFirst({ where: { id, erasedAt: null } })
  return row && toAccount(row)
}

/**
 * Saves how an account stands. `duplicateOfId` names the good account of a duplicate, null otherwise. An account that goes
 * on counts as seen at `now`: it does not fall asleep again for the time that it slept.
 */
export async function saveStanding(
  tx: Db,
  id: string,
  { status, suspensionReason }: StandingChange,
  { duplicateOfId, now }: { duplicateOfId: string | null; now: Date },
): Promise<void> {
  await tx.account.update({
    where: { id },
    data: { status, suspensionReason, duplicateOfId, ...(status === 'active' && { lastSeenAt: now }) },
  })
}

/** The good account of one suspended as a duplicate, or null. */
export async function findGoodAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db.account.findUnique({ where: { id }, select: { duplicateOfId: true } })
  const good = row?.duplicateOfId && (await db.account.findUnique({ where: { id: row.duplicateOfId } }))
  return good ? toAccount(good) : null
}

/**
 * Ids of a territory's active candidates of whom nothing came after an instant: no visit, no answer to a message, no
 * application, no consent. The longest silent first; `id` asks about one of them.
 */
export async function listSilentAccountIds(
  db: Db,
  options: { territoryId: string; since: Date; limit: number; id?: string },
): Promise<string[]> {
  const { territoryId, since, limit, id = null } = options
  const rows = await db.$queryRaw<{ id: string }[]>`
    select a.id from account a join profile p on p.account_id = a.id
    where a.territory_id = ${territoryId}::uuid and a.role = 'candidate' and a.status = 'active'
      and (${id}::uuid is null or a.id = ${id}::uuid)
      and a.erased_at is null and coalesce(a.last_seen_at, a.created_at) <= ${since} and a.created_at <= ${since}
      and not exists (select 1 from membership m where m.account_id = a.id)
      and not exists (select 1 from session s where s.account_id = a.id and s.last_seen_at > ${since})
      and not exists (select 1 from consent g where g.account_id = a.id and g.given_at > ${since})
      and not exists (select 1 from answer_link l where l.account_id = a.id and l.used_at > ${since})
      and not exists (select 1 from application x where x.profile_id = p.id and x.created_at > ${since})
    order by coalesce(a.last_seen_at, a.created_at), a.id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** The account that a used code opened the door of, or null when the code is unknown, unused, or was asked for before `since`. */
export async function findAccountOfUsedCode(db: Db, codeId: string, since: Date): Promise<Account | null> {
  const code = await db.signInCode.findFirst({
    where: { id: codeId, usedAt: { gt: since } },
    select: { account: true },
  })
  return code && code.account.erasedAt === null ? toAccount(code.account) : null
}

/** The names of these accounts, by id. */
export async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, firstName: true, lastName: true },
  })
  return new Map(rows.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`.trim()]))
}

/** The account of somebody who has not been erased, or null. */
export async function findReachableAccount(db: Db, id: string): Promise<Account | null> {
  const row = await db.account.findFirst({ where: { id, erasedAt: null } })
  return row && toAccount(row)
}
