// Runs in the copy that holds the mutants: each row of the matrix that can reach one is walked once without any, then for
// each mutant that it asks for.
import pg from 'pg'
import { migrate } from '#scripts/migrate.mjs'
import { startPostgres } from '#scripts/services.mjs'
import type { Cell } from '#tests/matrix/walk.ts'
import type { Said } from './mutations-said.ts'

/** `files`: those of the routes that reach the mutant by their imports. */
type Asked = { id: number; opens: boolean; isOfEverybody: boolean; files: string[] }
type Check = { name: string; find: () => Promise<string[]> }
type Known = { ms: number; seen: ReadonlySet<number> }

const say = (line: Said) => console.log(`@ ${JSON.stringify(line)}`)

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

const checks = new Map<string, Check[]>()
for (const route of ROUTES) {
  const row = table[route.id]
  const own = row ? checksOf(route, row) : []
  checks.set(
    `app/${route.file}`,
    own.map(({ name, find }) => ({
      name: `${route.id} ${name}`,
      find: () => findDifferences(walk, find),
    })),
  )
}

const known = new Map<Check, Known>()

/** How long a check takes without any mutant, and those that it asks for. Throws when it finds a difference. */
async function know(check: Check): Promise<Known> {
  const already = known.get(check)
  if (already) return already
  walk.asks = isSome
  seen = new Set()
  const before = performance.now()
  const [difference] = await check.find()
  if (difference) throw new Error(`without any mutant ${check.name}: ${difference}`)
  const one = { ms: performance.now() - before, seen }
  known.set(check, one)
  return one
}

/** The checks that ask for a mutant, the quickest first. */
async function checksAsking(id: number, files: readonly string[]): Promise<Check[]> {
  const asking: { check: Check; ms: number }[] = []
  for (const check of files.flatMap((file) => checks.get(file) ?? [])) {
    const { ms, seen } = await know(check)
    if (seen.has(id)) asking.push({ check, ms })
  }
  return asking.sort((one, other) => one.ms - other.ms).map(({ check }) => check)
}

for (const { id, opens, isOfEverybody, files } of JSON.parse(process.env.MUTANTS ?? '[]') as Asked[]) {
  await renew()
  const asking = await checksAsking(id, files)
  // Whoever was let in still is when more is let through: those who were not are asked alone.
  walk.asks = (cell) => (isOfEverybody || isSome(cell)) && !(opens && isDone(cell))
  awake = id
  let by: string | null = null
  for (const check of asking) {
    const [difference] = await check.find().catch((error: unknown) => [String(error)])
    if (!difference) continue
    by = check.name
    break
  }
  awake = 0
  say({ id, by })
}
await closeDb()
await closeRaw()
await postgres.stop()
