import { standBetween } from './database-proxy.ts'

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

/** Stands before the database (`standBetween`), and writes down every statement sent. */
export async function tapDatabase(): Promise<{ take: () => string[] }> {
  let statements: string[] = []
  await standBetween((client, database) => {
    client.on(
      'data',
      statementReader((sql) => statements.push(sql)),
    )
    client.pipe(database).pipe(client)
  })
  return {
    take() {
      const taken = statements
      statements = []
      return taken
    },
  }
}
