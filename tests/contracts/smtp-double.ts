import { createServer, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = { to: string[]; from: string; source: string }

/** How the server treats a mail; the part before the @ of the recipient says it. */
export type Treatment =
  | 'accept'
  | 'greylist'
  | 'unknown-user'
  | 'full'
  | 'policy'
  | 'busy-at-end'
  | 'cut-after-data'

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** A real SMTP server that keeps what it accepts, and refuses or cuts the line as the recipient's name asks. */
export async function startSmtpServer({ contentDelayMs = 0 } = {}) {
  const received: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _, done) {
      if (address.startsWith('greylist')) return done(answer(451, 'Greylisted, come back'))
      if (address.startsWith('unknown-user')) return done(answer(550, '5.1.1 No such user'))
      if (address.startsWith('full')) return done(answer(452, '4.2.2 Mailbox full'))
      done()
    },
    onData(stream, session, done) {
      let source = ''
      stream.on('data', (chunk: Buffer) => {
        source += chunk
      })
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const first = to[0] ?? ''
        const { mailFrom } = session.envelope
        if (first.startsWith('policy')) return done(answer(554, '5.7.1 Refused by policy'))
        if (first.startsWith('busy-at-end')) return done(answer(451, '4.3.0 Try again'))
        received.push({ to, from: mailFrom ? mailFrom.address : '', source })
        if (first.startsWith('cut-after-data')) {
          for (const connection of server.connections)
            (connection as unknown as { _socket: Socket })._socket.destroy()
          return
        }
        setTimeout(done, contentDelayMs)
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A server that follows a script of SMTP replies line by line, and cuts the line when the script says so. */
export async function startScriptedServer(
  script: (command: string) => string | 'cut' | 'silence',
  greeting = '220 ready',
) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (greeting === 'cut') {
      socket.destroy()
      return
    }
    socket.write(`${greeting}\r\n`)
    let isContent = false
    let buffer = ''
    socket.on('data', (chunk) => {
      buffer += chunk
      for (;;) {
        const end = buffer.indexOf(isContent ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const command = isContent ? 'CONTENT' : buffer.slice(0, end)
        buffer = buffer.slice(end + (isContent ? 5 : 2))
        const reply = script(command)
        if (reply === 'cut') {
          socket.destroy()
          return
        }
        if (reply !== 'silence') socket.write(`${reply}\r\n`)
        isContent = command.toUpperCase() === 'DATA' && reply.startsWith('354')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
