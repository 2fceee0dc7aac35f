import { type Absence, PRESENCE_ACTIONS } from '#app/domain/retention.ts'
import type { Db } from './client.server.ts'

type Row = { accountId: string; activeAt: Date; noticedAt: Date[] }

// A session notes its gestures by itself: the account knows of sign-ins only.
const ABSENCES = (where: string) => `
  select a.id as "accountId", x.active_at as "activeAt", array(
    select c.at from account_change c
    where c.account_id = a.id and c.action = 'erasure_noticed' and c.at > x.active_at order by c.at) as "noticedAt"
  from account a cross join lateral (select greatest(a.created_at, a.last_seen_at,
    (select max(s.last_seen_at) from session s where s.account_id = a.id),
    (select max(greatest(k.given_at, k.withdrawn_at)) from consent k where k.account_id = a.id),
    (select max(h.at) from account_change h where h.account_id = a.id and h.action = any($1::text[]))) as active_at) x
  where a.erased_at is null and ${where}`

/** The accounts without any sign of their person since before an instant, in the order of their ids, after `afterId`. */
export const listAbsences = (
  db: Db,
  asked: { activeBefore: Date; afterId: string | null; limit: number },
): Promise<Row[]> =>
  db.$queryRawUnsafe<Row[]>(
    `${ABSENCES(`coalesce(a.last_seen_at, a.created_at) < $2 and x.active_at < $2
      and ($3::uuid is null or a.id > $3::uuid)`)} order by a.id limit $4`,
    [...PRESENCE_ACTIONS],
    asked.activeBefore,
    asked.afterId,
    asked.limit,
  )

/** How an account stands towards its erasure, or null when it is unknown or erased. */
export async function findAbsence(db: Db, accountId: string): Promise<Absence | null> {
  const [row] = await db.$queryRawUnsafe<Row[]>(ABSENCES('a.id = $2::uuid'), [...PRESENCE_ACTIONS], accountId)
  return row ?? null
}

/** The same, and whoever else acts on this account waits for the end of the transaction. */
export async function lockAbsence(tx: Db, accountId: string): Promise<Absence | null> {
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid for update`
  return findAbsence(tx, accountId)
}
