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

/** A message of a copy in binary and where its row starts. Nothing of it may be kept. */
export type CopyVisitor = (message: Buffer, from: number) => void

/** What reads one snapshot of the database: few rows as texts, many one by one as they come. */
export type SnapshotReader = {
  texts(text: string): Promise<TextRow[]>
  /** What `visit` throws ends the reading. */
  copy(text: string, visit: CopyVisitor): Promise<void>
}

// A copy in binary starts with a signature, flags and the length of an extension that there is none of; then each row is a
// message (documentation of COPY, "Binary Format"). The last one tells the end in two bytes.
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEAD_BYTES = SIGNATURE.length + 8
const END_BYTES = 2

const hasHead = (message: Buffer) => message.subarray(0, SIGNATURE.length).equals(SIGNATURE)

function copyFrom(client: pg.ClientBase, text: string, visit: CopyVisitor): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy = new pg.Query(`copy (${text}) to stdout (format binary)`, (error) =>
      error ? reject(error) : resolve(),
    )
    let isFirst = true
    let hasFailed = false
    const handleCopyData = ({ chunk }: { chunk: Buffer }) => {
      if (hasFailed) return
      try {
        const from = isFirst && hasHead(chunk) ? HEAD_BYTES : 0
        isFirst = false
        if (chunk.length - from > END_BYTES) visit(chunk, from)
      } catch (error) {
        hasFailed = true
        reject(error)
      }
    }
    client.query(Object.assign(copy, { handleCopyData }))
  })
}

/** Gives `work` one snapshot of the database to read through, whatever is written meanwhile. */
export async function inSnapshot<T>(work: (read: SnapshotReader) => Promise<T>): Promise<T> {
  const client = await rawPool().connect()
  // What is asked of a connection that ends is rejected: nothing more is to be done.
  const ignore = () => {}
  client.on('error', ignore)
  try {
    await client.query('begin isolation level repeatable read read only')
    // Whoever reads is slower than one process of the database: more of them would take from everybody else.
    await client.query('set local max_parallel_workers_per_gather = 0')
    const result = await work({
      texts: async (text) => (await client.query<TextRow>({ text, rowMode: 'array', types: asWritten })).rows,
      copy: (text, visit) => copyFrom(client, text, visit),
    })
    await client.query('commit')
    client.off('error', ignore)
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
