import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { KEPT_PATHS } from '#app/http/kept-pages.server.ts'
import { loader as frame } from '#app/root.tsx'
import { loader as home } from '#app/routes/_index.tsx'
import { loader as offers } from '#app/routes/offres._index.tsx'
import { postgresEngine } from '#search/postgres/engine.server.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { makeDocument } from '#tests/search/documents.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { requestTo, routeArgs } from '#tests/setup/request.ts'
import { tapDatabase } from '#tests/setup/sql-tap.ts'

useTestDatabase()

let tap: Awaited<ReturnType<typeof tapDatabase>>
beforeAll(async () => {
  tap = await tapDatabase()
  await createTerritory()
  await createCommunes()
  await createReferences()
  await postgresEngine.upsert([makeDocument('one', { title: 'Vendangeur' })])
})

const LOADERS: Record<string, typeof home | typeof offers> = { '/': home, '/offres': offers }
const ASKED = [
  '',
  '?q=vendangeur',
  '?q=vandangeur&lieu=Laon&rayon=20min',
  '?lieu=Marle&genre=emploi&contrat=cdd&page=2',
]

type Plan = { Schema?: string; 'Relation Name'?: string; Plans?: Plan[] }

const tablesOf = (plan: Plan): string[] => [
  ...(plan['Relation Name'] ? [`${plan.Schema}.${plan['Relation Name']}`] : []),
  ...(plan.Plans ?? []).flatMap(tablesOf),
]

/** The tables that a statement reads, with their schema, as PostgreSQL plans it. */
async function tablesIn(sql: string): Promise<string[]> {
  if (!/^\s*(select|with)\b/i.test(sql)) return [sql]
  const rows = await db().$queryRawUnsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
    `explain (generic_plan, verbose, format json) ${sql}`,
  )
  return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => tablesOf(Plan)))
}

/** What the planner knows of sizes: it chooses how an answer is worked out, never what is in it. */
const SIZES = 'pg_catalog.pg_class'

test('a page is kept only when all it reads renews a stamp', async () => {
  expect(Object.keys(LOADERS)).toEqual([...KEPT_PATHS])
  const rows = await db().$queryRaw<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where t.tgname = 'renew_stamp'`
  const stamped = new Set(['search.stamp', SIZES, ...rows.map(({ name }) => name)])
  tap.take()
  for (const [path, loader] of Object.entries(LOADERS))
    for (const asked of ASKED) {
      const args = routeArgs(requestTo(path + asked))
      await Promise.all([frame(args), loader(args)])
    }
  const statements = [...new Set(tap.take())]
  const read = new Set((await Promise.all(statements.map(tablesIn))).flat())
  expect([...read]).toEqual(
    expect.arrayContaining(['search.stamp', 'search.offer', 'public.territory', 'public.commune']),
  )
  expect([...read].filter((name) => !stamped.has(name))).toEqual([])
})
