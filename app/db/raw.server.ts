import pg from 'pg'
import { env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'

let pool: pg.Pool | undefined

function rawPool(): pg.Pool {
  if (pool) return pool
  // Compiling a plan takes longer than the short statements sent here, and pages come from memory or a fast disk.
  pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5000,
    options: '-c jit=off -c random_page_cost=1.1',
  })
  // A server that restarts ends the idle connections: the pool opens new ones at the next query.
  pool.on('error', (error) => logger.warn({ err: error }, 'idle database connection lost'))
  return pool
}

/** Rows of one parameterised SQL statement, for what Prisma cannot say (full text, geography, streaming). */
export async function queryRows<T extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await rawPool().query<T>(text, values)).rows
}

/** Closes the raw connections of this process. */
export async function closeRaw(): Promise<void> {
  await pool?.end()
  pool = undefined
}
