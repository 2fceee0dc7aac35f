import { standBetween } from './database-proxy.ts'

/**
 * Stands before the database (`standBetween`). `silence` swallows from now on what passes on the connections over which a text was sent, as
 * a firewall does that forgets them: neither side is told. Returns how many they are.
 */
export async function silentProxy(): Promise<{ silence: (text: string) => number }> {
  const connections: { said: string; isSilent: boolean }[] = []
  await standBetween((client, database) => {
    const connection = { said: '', isSilent: false }
    connections.push(connection)
    client.on('data', (chunk) => {
      connection.said += chunk.toString('latin1')
      if (!connection.isSilent) database.write(chunk)
    })
    database.on('data', (chunk) => void (connection.isSilent || client.write(chunk)))
  })
  return {
    silence(text) {
      const found = connections.filter(({ said }) => said.includes(text))
      for (const connection of found) connection.isSilent = true
      return found.length
    },
  }
}
