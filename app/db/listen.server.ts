import pg from 'pg'
import { env } from '#app/system/env.server.ts'

/**
 * Calls `onNotify` at each NOTIFY of a channel, and `onLost` once when the connection ends by itself. Rejects when the
 * database cannot be reached. The function returned stops listening.
 */
export async function listen(
  channel: string,
  calls: { onNotify: () => void; onLost: (error: Error) => void },
): Promise<() => Promise<void>> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
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
  return async () => {
    stopped = true
    await client.end()
  }
}
