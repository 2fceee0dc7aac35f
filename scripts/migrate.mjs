// Applies prisma/migrations/*/migration.sql in order and keeps Prisma's own table, checksums and lock.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { isMain, readEnvFile, root } from './root.mjs'
import { openDatabase } from './services.mjs'

const lockKey = 72707369 // the advisory lock that `prisma migrate deploy` takes
const journal = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

async function connect(url) {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => {})
    if (error.code !== '3D000') throw error
    return undefined
  }
}

async function createDatabase(url) {
  const admin = new URL(url)
  const name = decodeURIComponent(admin.pathname.slice(1))
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Another migration made it in the meantime.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  } finally {
    await client.end()
  }
}

function readMigrations(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(directory, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, 'migration.sql'))
      return { name, sql: String(sql), checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function apply(client, { name, sql, checksum }) {
  const id = randomUUID()
  const insert = 'insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)'
  await client.query(insert, [id, checksum, name])
  try {
    await client.query(sql)
  } catch (error) {
    await client.query('rollback').catch(() => {})
    await client.query('update _prisma_migrations set logs = $2 where id = $1', [id, error.message])
    throw new Error(`Migration ${name}: ${error.message}`)
  }
  await client.query('reset all')
  const finish = 'update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1'
  await client.query(finish, [id])
}

/**
 * Brings the database at `url` up to date, creating it when it is missing; returns the names it applied.
 * Several calls at the same time wait for each other. A migration that failed before must be repaired by hand.
 */
export async function migrate(
  url,
  { directory = path.join(root, 'prisma/migrations'), log = () => {} } = {},
) {
  let client = await connect(url)
  if (!client) {
    await createDatabase(url)
    client = await connect(url)
  }
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`)
    await client.query(journal)
    const { rows } = await client.query('select * from _prisma_migrations where rolled_back_at is null')
    const done = new Map(rows.map((row) => [row.migration_name, row]))
    const applied = []
    for (const migration of readMigrations(directory)) {
      const row = done.get(migration.name)
      if (row && !row.finished_at)
        throw new Error(
          `${migration.name} failed before. Repair the database, then: npx prisma migrate resolve`,
        )
      if (row && row.checksum !== migration.checksum)
        throw new Error(`${migration.name} was changed after it was applied: write a new migration instead`)
      if (row) continue
      await apply(client, migration)
      applied.push(migration.name)
      log(`applied ${migration.name}`)
    }
    return applied
  } finally {
    await client.end()
  }
}

if (isMain(import.meta)) {
  readEnvFile()
  try {
    const database = await openDatabase()
    try {
      const applied = await migrate(database.url, { log: console.log })
      if (applied.length === 0) console.log('The database is up to date')
    } finally {
      await database.stop()
    }
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
