import { connect, createServer } from 'node:net'
import { afterAll } from 'vitest'

/**
 * Statements that a page may send to the database for nobody, and for somebody signed in: its frame aside, and the reference
 * that stays in memory from page to page (issue 5).
 */
export const MOST_STATEMENTS = { nobody: 3, somebody: 8 }

/** False of the ends of transactions, and of the time at which a session was last seen, noted once in a while. */
export const isOfPage = (sql: string): boolean =>
  !/^(begin|commit|rollback)/i.test(sql) && !/update session set last_seen_at/i.test(sql)

const START_UP_BYTES = 4
const MESSAGE_BYTES = 5

/**
 * Reads the statements out of what a client sends (PostgreSQL's protocol 3.0): those of "Query" messages, and at each "Bind" the one
 * that "Parse" gave that name, which may be long ago.
 */
function statementReader(note: (sql: string) => void) {
  const named = new Map<string, string>()
  let waiting = Buffer.alloc(0)
  let isStarted = false
  return (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    for (;;) {
      const head = isStarted ? MESSAGE_BYTES : START_UP_BYTES
      if (waiting.length < head) return
      const length = waiting.readUInt32BE(head - START_UP_BYTES) + head - START_UP_BYTES
      if (waiting.length < length) return
      const kind = isStarted ? String.fromCharCode(waiting[0] ?? 0) : ''
      const [first = '', second = ''] = waiting.subarray(MESSAGE_BYTES, length).toString().split('\0')
      if (kind === 'Q') note(first)
      if (kind === 'P') named.set(first, second)
      if (kind === 'B') note(named.get(second) ?? '')
      waiting = waiting.subarray(length)
      isStarted = true
    }
  }
}

/**
 * Stands between this process and the database of DATABASE_URL, which it replaces, and writes down every statement sent.
 * To be called before the first query.
 */
export async function tapDatabase(): Promise<{ take: () => string[] }> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const [host, port] = [url.hostname, Number(url.port || 5432)]
  let statements: string[] = []
  const server = createServer((client) => {
    const database = connect(port, host)
    client.on(
      'data',
      statementReader((sql) => statements.push(sql)),
    )
    client.pipe(database).pipe(client)
    for (const socket of [client, database])
      socket.on('error', () => {
        client.destroy()
        database.destroy()
      })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' ? address?.port : '')
  process.env.DATABASE_URL = url.href
  afterAll(() => void server.close())
  return {
    take() {
      const taken = statements
      statements = []
      return taken
    },
  }
}
