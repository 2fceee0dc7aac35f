import { connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/**
 * Stands between this process and the database of DATABASE_URL, which it replaces. `silence` swallows from now on what passes on the
 * connections over which a text was sent, as a firewall does that forgets them: neither side is told.
 */
export async function silentProxy(): Promise<{ silence: (text: string) => number }> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const [host, port] = [url.hostname, Number(url.port || 5432)]
  const connections: { said: string; isSilent: boolean; sockets: Socket[] }[] = []
  const server = createServer((client) => {
    const database = connect(port, host)
    const connection = { said: '', isSilent: false, sockets: [client, database] }
    connections.push(connection)
    client.on('data', (chunk) => {
      connection.said += chunk.toString('latin1')
      if (!connection.isSilent) database.write(chunk)
    })
    database.on('data', (chunk) => void (connection.isSilent || client.write(chunk)))
    for (const socket of connection.sockets) {
      socket.on('error', () => {})
      socket.on('close', () => {
        for (const other of connection.sockets) other.destroy()
      })
    }
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' ? address?.port : '')
  process.env.DATABASE_URL = url.href
  afterAll(() => {
    for (const { sockets } of connections) for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    silence(text) {
      const found = connections.filter(({ said }) => said.includes(text))
      for (const connection of found) connection.isSilent = true
      return found.length
    },
  }
}
