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

/** The tables that a statement names, with their schema. */
const tablesIn = (sql: string) =>
  [...sql.matchAll(/\b(?:from|join)\s+"?([a-z]+)"?\."?([a-z_]+)"?/gi)].map(
    ([, schema, name]) => `${schema}.${name}`,
  )

test('a page is kept only when all it reads renews a stamp', async () => {
  expect(Object.keys(LOADERS)).toEqual([...KEPT_PATHS])
  const rows = await db().$queryRaw<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where t.tgname = 'renew_stamp'`
  const stamped = new Set(['search.stamp', ...rows.map(({ name }) => name)])
  tap.take()
  for (const [path, loader] of Object.entries(LOADERS))
    for (const asked of ASKED) {
      const args = routeArgs(requestTo(path + asked))
      await Promise.all([frame(args), loader(args)])
    }
  const read = new Set(tap.take().flatMap(tablesIn))
  expect([...read]).toEqual(expect.arrayContaining(['search.stamp', 'search.offer', 'public.territory']))
  expect([...read].filter((name) => !stamped.has(name))).toEqual([])
})
