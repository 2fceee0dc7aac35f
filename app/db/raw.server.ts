import pg from 'pg'
import { env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'

let pool: pg.Pool | undefined

function rawPool(): pg.Pool {
  if (pool) return pool
  // Compiling a plan takes longer than the short statements sent here, and pages come from memory or a fast disk.
  const opened = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 5000,
    options: '-c jit=off -c random_page_cost=1.1 -c datestyle=ISO',
  })
  // A server that restarts ends the idle connections: the pool opens new ones at the next query.
  opened.on('error', (error) => {
    if (pool === opened) logger.warn({ err: error }, 'idle database connection lost')
  })
  pool = opened
  return opened
}

/** Rows of one parameterised SQL statement, for what Prisma cannot say (full text, geography, streaming). */
export async function queryRows<T extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  return (await rawPool().query<T>(text, values)).rows
}

/** Values of one row as PostgreSQL writes them, in the order of the columns. */
export type TextRow = (string | null)[]

const asWritten = { getTypeParser: () => (text: string) => text }

/** The same, each row as texts: what is read by the thousand is decoded by hand. */
export async function queryTexts(text: string, values: unknown[] = []): Promise<TextRow[]> {
  const query = { text, values, rowMode: 'array', types: asWritten } as const
  return (await rawPool().query<TextRow>(query)).rows
}

const ROWS_A_FETCH = 5000

/** Hands the rows of a statement to `visit`, a few thousand at a time; while some are visited the next are on their way. */
export type Stream = (text: string, visit: (rows: TextRow[]) => void) => Promise<void>

/** Gives `work` one snapshot of the database to read through, whatever is written meanwhile. */
export async function inSnapshot<T>(work: (stream: Stream) => Promise<T>): Promise<T> {
  const client = await rawPool().connect()
  const fetchNext = () =>
    client.query<TextRow>({ text: `fetch ${ROWS_A_FETCH} from stream`, rowMode: 'array', types: asWritten })
  const stream: Stream = async (text, visit) => {
    await client.query(`declare stream no scroll cursor for ${text}`)
    let { rows } = await fetchNext()
    while (rows.length > 0) {
      const [next] = await Promise.all([fetchNext(), visit(rows)])
      rows = next.rows
    }
    await client.query('close stream')
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local cursor_tuple_fraction = 1')
    const result = await work(stream)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Closes the raw connections of this process. */
export async function closeRaw(): Promise<void> {
  const closed = pool
  pool = undefined
  await closed?.end()
}
