import { db } from '#app/db/client.server.ts'

/**
 * What may change while nothing that anybody decided does: the last gesture of a session, attempts counted, the lines that
 * say who read whom.
 */
const UPKEEP = ['rate_limit', 'access_log', 'access_reason', '_prisma_migrations']

/** A digest of every row of every table but upkeep, by table: equal before and after when nothing changed. */
export async function digestRows(): Promise<Record<string, string>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`
  const parts = tables
    .filter(({ name }) => !UPKEEP.includes(name))
    .map(({ name }) => {
      const row = name === 'session' ? `to_jsonb(t) - 'last_seen_at'` : 't.*'
      return `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended((${row})::text, 0)), 0) as digest from "${name}" t`
    })
  const rows = await db().$queryRawUnsafe<{ name: string; digest: string }[]>(parts.join(' union all '))
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
}

/** The tables that differ between two digests. */
export const changedTables = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
