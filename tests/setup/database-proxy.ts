import { connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/**
 * Stands between this process and the database of DATABASE_URL, which it replaces. `join` is given both ends of each new connection, and
 * passes on what it will. To be called before the first query.
 */
export async function standBetween(join: (client: Socket, database: Socket) => void): Promise<void> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const [host, port] = [url.hostname, Number(url.port || 5432)]
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(port, host)
    join(client, database)
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' ? address?.port : '')
  process.env.DATABASE_URL = url.href
  afterAll(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
}
