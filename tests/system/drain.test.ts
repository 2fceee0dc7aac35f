import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { prepareDrain } from '#app/system/drain.server.ts'

/** More than the kernel takes at once from a reader who is slow. */
const BODY = Buffer.alloc(16 * 1024 * 1024, 'a')

async function serve() {
  const asked: ServerResponse[] = []
  const server = createServer({ keepAliveTimeout: 60_000 })
  const drain = prepareDrain(server)
  server.on('request', (_req, res) => asked.push(res))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true })
  const ask = () => {
    const request = get({ port, agent })
    return once(request, 'response').then(([answer]) => answer as IncomingMessage)
  }
  const taken = async (count: number) => {
    while (asked.length < count) await wait(5)
    return asked[count - 1] as ServerResponse
  }
  return { server, drain, ask, taken }
}

test('an answer under way at the stop is read whole, by whoever reads slowly, and its connection then closes', async () => {
  const { drain, ask, taken } = await serve()
  const answered = ask()
  const res = await taken(1)
  const stopped = new Promise<void>((done) => drain(done))
  res.end(BODY)
  const answer = await answered
  expect(answer.headers.connection).toBe('close')
  await wait(300)
  let bytes = 0
  for await (const part of answer) bytes += (part as Buffer).length
  expect(bytes).toBe(BODY.length)
  await stopped
})

test('a connection that is idle at the stop closes at once, and nobody is let in after', async () => {
  const { server, drain, ask, taken } = await serve()
  const answered = ask()
  ;(await taken(1)).end('idle')
  const answer = await answered
  expect(answer.headers.connection).toBe('keep-alive')
  answer.resume()
  await once(answer, 'end')
  await new Promise<void>((done) => drain(done))
  expect(server.listening).toBe(false)
  await expect(ask()).rejects.toThrow()
})
