import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'

export type TestDatabase = { url: string; drop: () => Promise<void> }

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: `${inject('databaseUrl')}/postgres` })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function assertTestName(name: string) {
  if (!name.includes('test')) throw new Error(`${name} is not a test database: its name lacks "test"`)
}

// A file's database goes once the processes that used it have gone.
async function dropFinished(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database d
     where datname like 'test\\_%' and shobj_description(d.oid, 'pg_database') = 'finished'
       and not exists (select 1 from pg_stat_activity a where a.datid = d.oid)`,
  )
  for (const { name } of rows) await client.query(`drop database if exists "${name}"`).catch(() => {})
}

/** A new database copied from the migrated template; `drop` also ends the connections still open to it. */
export async function createTestDatabase(name = `test_${randomUUID().replaceAll('-', '')}`) {
  assertTestName(name)
  await asAdmin(async (client) => {
    await dropFinished(client)
    await client.query(`create database ${client.escapeIdentifier(name)} template template_app`)
  })
  const drop = () =>
    asAdmin(async (client) => {
      await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
    })
  return { url: `${inject('databaseUrl')}/${name}`, drop } satisfies TestDatabase
}

/**
 * Called at the top of a test file: gives that file a database of its own and sets DATABASE_URL to it
 * before the first test. Modules must read the environment when they first connect, not when they are loaded.
 */
export function useTestDatabase(): { readonly url: string } {
  let url = ''
  beforeAll(async () => {
    const database = await createTestDatabase()
    url = database.url
    process.env.DATABASE_URL = url
  })
  afterAll(async () => {
    const name = new URL(url).pathname.slice(1)
    await asAdmin((client) =>
      client.query(`comment on database ${client.escapeIdentifier(name)} is 'finished'`),
    )
  })
  return {
    get url() {
      return url
    },
  }
}
