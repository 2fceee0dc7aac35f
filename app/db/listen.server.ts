import pg from 'pg'
import { env } from '#app/system/env.server.ts'

/** Somebody who listens, and may hold the lock that tells others that no call is needed. */
export type Listener = {
  stop(): Promise<void>
  /** Takes a lock for as long as the connection lasts; false while somebody else holds it, or a transaction has seen that nobody did. */
  tryHold(lock: string): Promise<boolean>
  /** Gives the lock back. */
  letGo(lock: string): Promise<void>
}

/**
 * Calls `onNotify` at each NOTIFY of a channel, and `onLost` once when the connection ends by itself. Rejects when the
 * database cannot be reached.
 */
export async function listen(
  channel: string,
  calls: { onNotify: () => void; onLost: (error: Error) => void },
): Promise<Listener> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    // Somewhere between, a connection that is idle for hours may be forgotten without a word: each side finds out in seconds.
    query_timeout: 2000,
    options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
  })
  let stopped = false
  const lost = (error: Error) => {
    if (stopped) return
    stopped = true
    client.end().catch(() => {})
    calls.onLost(error)
  }
  client.on('error', lost)
  client.on('end', () => lost(new Error('the listening connection ended')))
  client.on('notification', calls.onNotify)
  await client.connect()
  await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  const ask = async <T extends pg.QueryResultRow>(text: string, values: unknown[]) => {
    try {
      return await client.query<T>(text, values)
    } catch (error) {
      lost(error as Error)
      throw error
    }
  }
  return {
    async stop() {
      stopped = true
      await client.end()
    },
    async tryHold(lock) {
      const key = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as held'
      const { rows } = await ask<{ held: boolean }>(key, [lock])
      return rows[0]?.held ?? false
    },
    async letGo(lock) {
      await ask('select pg_advisory_unlock(hashtextextended($1, 0))', [lock])
    },
  }
}
