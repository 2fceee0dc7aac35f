// Runs in the copy that holds the mutants: walks the matrix once without any, then for each mutant the rows that ask for it.
import pg from 'pg'
import { migrate } from '#scripts/migrate.mjs'
import { startPostgres } from '#scripts/services.mjs'
import type { Cell } from '#tests/matrix/walk.ts'

type Asked = { id: number; opens: boolean; isOfEverybody: boolean }
type Check = { name: string; ms: number; find: () => Promise<string[]> }

const SAID = '@ '
const say = (line: unknown) => console.log(SAID + JSON.stringify(line))

let awake = 0
let seen = new Set<number>()
Object.assign(globalThis, {
  isMutant: (id: number) => {
    seen.add(id)
    return id === awake
  },
})

const postgres = await startPostgres({ fast: true })
const server = postgres.url.slice(0, postgres.url.lastIndexOf('/'))
const asAdmin = async (...statements: string[]) => {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

Object.assign(process.env, {
  NODE_ENV: 'test',
  TZ: 'Europe/Paris',
  DEMO: '',
  DATABASE_URL: `${server}/test_world`,
})
await migrate(`${server}/test_world`)
const { closeDb, db } = await import('#app/db/client.server.ts')
const { closeRaw } = await import('#app/db/raw.server.ts')
const { startWalk } = await import('#tests/matrix/start-walk.ts')
const { ROUTES } = await import('#tests/matrix/manifest.ts')
const { table } = await import('#tests/matrix/table.ts')
const { checksOf } = await import('#tests/matrix/walk-row.ts')
const { findDifferences, forgetThings, isDone, oneOfEachKind } = await import('#tests/matrix/walk.ts')

const walk = await startWalk()
// One of each kind tells a policy from another; what is told of sessions is asked of everybody.
const some = oneOfEachKind(walk.visitors)
const isSome = ({ visitor }: Cell) =>
  some.includes(visitor) || visitor.name === 'member' || visitor.name === 'officer_recruiting'
const startedAt = Date.now()

/** The world as it was when everybody came in, in a database of its own. */
async function renew() {
  await closeDb()
  await closeRaw()
  await asAdmin(
    'drop database if exists test_walked with (force)',
    'create database test_walked template test_world',
  )
  process.env.DATABASE_URL = `${server}/test_walked`
  const since = Math.round((Date.now() - startedAt) / 1000)
  await db().$executeRawUnsafe(`update session set last_seen_at = last_seen_at + interval '${since} seconds'`)
  forgetThings(walk)
}

const checks: Check[] = ROUTES.flatMap((route) => {
  const row = table[route.id]
  if (!row) return []
  return checksOf(route, row).map(({ name, find }) => ({
    name: `${route.id} ${name}`,
    ms: 0,
    find: () => findDifferences(walk, find),
  }))
})

walk.asks = isSome
const asking = new Map<number, Check[]>()
await renew()
const atStart = seen
for (const check of checks) {
  seen = new Set()
  const before = performance.now()
  const [difference] = await check.find()
  check.ms = performance.now() - before
  if (difference) throw new Error(`without any mutant ${check.name}: ${difference}`)
  for (const id of seen) asking.set(id, [...(asking.get(id) ?? []), check])
}
say({ checks: checks.length, asked: asking.size, atStart: atStart.size })

for (const { id, opens, isOfEverybody } of JSON.parse(process.env.MUTANTS ?? '[]') as Asked[]) {
  // Whoever was let in still is when more is let through: those who were not are asked alone.
  walk.asks = (cell) => (isOfEverybody || isSome(cell)) && !(opens && isDone(cell))
  const found = (asking.get(id) ?? []).sort((one, other) => one.ms - other.ms)
  if (found.length > 0) await renew()
  awake = id
  let by: string | null = null
  for (const check of found) {
    const [difference] = await check.find().catch((error: unknown) => [String(error)])
    if (!difference) continue
    by = check.name
    break
  }
  awake = 0
  say({ id, asked: found.length, by })
}
await closeDb()
await closeRaw()
await postgres.stop()
