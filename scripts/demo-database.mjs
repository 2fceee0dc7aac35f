// The database of the demo and of development: alone in its folder, migrated, seeded once.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from './migrate.mjs'
import { atEnd, runStep, say } from './processes.mjs'
import { cache } from './root.mjs'
import { clusterFolder, isAlive, startPostgres } from './services.mjs'

const lock = path.join(cache, 'demo.json')

function isOurs(pid) {
  if (pid === process.pid || !isAlive(pid)) return false
  try {
    return /scripts\/(demo|dev)\.mjs/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

/** Makes this process the only demo of the folder; throws one line when another one runs. */
export function takeFolder(port) {
  mkdirSync(cache, { recursive: true })
  if (existsSync(lock)) {
    const other = JSON.parse(readFileSync(lock, 'utf8') || '{}')
    if (isOurs(other.pid))
      throw new Error(
        `A demo already runs in this folder (process ${other.pid}, http://127.0.0.1:${other.port}): stop it first`,
      )
  }
  writeFileSync(lock, JSON.stringify({ pid: process.pid, port }))
  atEnd(() => rmSync(lock, { force: true }))
}

async function query(url, text) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const seededWith = async (url) => {
  const [row] = await query(
    url,
    `select shobj_description(oid, 'pg_database') as note from pg_database where datname = current_database()`,
  )
  return /^seeded (\w+)$/.exec(row?.note ?? '')?.[1]
}

const isEmpty = async (url) => (await query(url, 'select 1 from territory limit 1')).length === 0

async function recreate(url) {
  const admin = new URL(url)
  const name = admin.pathname.slice(1)
  admin.pathname = '/postgres'
  await query(admin.href, `drop database if exists "${name}" with (force)`)
}

/** Starts PostgreSQL (or takes DATABASE_URL) and returns the address of a migrated database. */
export async function openDemoDatabase({ fresh, onExit }) {
  const external = process.env.DATABASE_URL
  if (external && fresh)
    throw new Error('--fresh only empties the demo’s own database: unset DATABASE_URL first')
  if (fresh) {
    const { stop } = await startPostgres() // ends a server left behind, and refuses one in use
    await stop()
    rmSync(clusterFolder(), { recursive: true, force: true })
  }
  let url = external
  if (!url) {
    const server = await startPostgres({ onExit })
    atEnd(server.stop)
    url = server.url
  }
  say(external ? 'PostgreSQL  the one of DATABASE_URL' : `PostgreSQL  started on port ${new URL(url).port}`)
  await migrateOrExplain(url)
  if (!external && !(await seededWith(url)) && !(await isEmpty(url))) {
    say('Seed        was interrupted last time: beginning anew')
    await recreate(url)
    await migrateOrExplain(url)
  }
  return url
}

async function migrateOrExplain(url) {
  try {
    const applied = await migrate(url)
    say(`Migrations  ${applied.length ? `${applied.length} applied` : 'up to date'}`)
  } catch (error) {
    throw new Error(`${error.message}\nThe demo’s data can be thrown away with: npm run demo -- --fresh`)
  }
}

/** Seeds an empty database; keeps the data of one already seeded. */
export async function seed(env, scale) {
  const present = await seededWith(env.DATABASE_URL)
  if (present) {
    say(`Seed        already there, ${present} scale`)
    if (scale && scale !== present)
      say(`            for the ${scale} scale: npm run demo -- --fresh --scale ${scale}`)
    return
  }
  if (!(await isEmpty(env.DATABASE_URL))) return say('Seed        skipped: this database has data of its own')
  const chosen = scale ?? 'demo'
  say(`Seed        writing the ${chosen} scale`)
  await runStep(['--import', 'tsx', 'prisma/seed.ts', '--scale', chosen], env)
  const [{ name }] = await query(env.DATABASE_URL, 'select current_database() as name')
  await query(env.DATABASE_URL, `comment on database "${name}" is 'seeded ${chosen}'`)
  say('Seed        done')
}
