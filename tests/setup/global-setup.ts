import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { writeGenerated } from '#scripts/generated.mjs'
import { migrate } from '#scripts/migrate.mjs'
import { startRedis } from '#scripts/redis.mjs'
import { startPostgres } from '#scripts/services.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL server, without a database name. */
    databaseUrl: string
    /** Address of the run's Redis; undefined when none can be had on this machine. */
    redisUrl: string | undefined
    /** The Meilisearch server of MEILI_URL; undefined when it is not set. */
    meilisearch: { url: string; key: string | undefined } | undefined
  }
}

// A database cannot be copied while somebody is connected to it.
async function close(server: string) {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query('alter database template_app with is_template true allow_connections false')
  await client.end()
}

/** One PostgreSQL server a run, with a migrated template database, and a Redis when there is one. */
export default async function setup(project: TestProject) {
  writeGenerated()
  const postgres = await startPostgres({ fast: true })
  const server = postgres.url.slice(0, postgres.url.lastIndexOf('/'))
  await migrate(`${server}/template_app`)
  await close(server)
  project.provide('databaseUrl', server)
  const redis = await startRedis()
  if (!redis) console.log('No redis-server here: the Redis tests are skipped (apt-get install redis-server)')
  project.provide('redisUrl', redis?.url)
  const { MEILI_URL, MEILI_KEY } = process.env
  project.provide('meilisearch', MEILI_URL ? { url: MEILI_URL, key: MEILI_KEY } : undefined)
  return async () => {
    await redis?.stop()
    await postgres.stop()
  }
}
