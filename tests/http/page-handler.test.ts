import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPageHandler } from '#app/http/page-handler.server.ts'
import { loaderBuild } from '#tests/setup/loader-build.ts'
import { runApp } from '#tests/setup/running-app.ts'

type Handler = (args: { request: Request }) => Promise<Response>

const word = 'bonjour '
let hungUp: Promise<unknown> = Promise.resolve()
let reached: () => void
const isReached = new Promise<void>((done) => {
  reached = done
})

const loaders: Record<string, Handler> = {
  adresse: async ({ request }) => new Response(request.url),
  long: async () => new Response(word.repeat(1000), { headers: { 'Content-Type': 'text/plain' } }),
  temoins: async () => {
    const headers = new Headers({ 'Set-Cookie': 'un=1' })
    headers.append('Set-Cookie', 'deux=2')
    return new Response(null, { status: 204, headers })
  },
  attente: async ({ request }) => {
    hungUp = once(request.signal, 'abort')
    reached()
    await hungUp
    return new Response(null)
  },
}

const echo: Handler = async ({ request }) => new Response(`${request.method} ${await request.text()}`)

const build = loaderBuild({
  ...Object.fromEntries(Object.entries(loaders).map(([path, loader]) => [path, { loader }])),
  echo: { action: echo },
})

let app: Awaited<ReturnType<typeof runApp>>
beforeAll(async () => {
  const pages = createPageHandler({
    build,
    getLoadContext: () => ({ cspNonce: '', clientAddress: '' }),
  })
  app = await runApp({ assets: '/nonexistent', pages })
})
afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) => fetch(app.url + path, { headers })

test('a loader reads the address that the browser asked for, with its port', async () => {
  expect(await (await get('/adresse?q=b%C3%A9n%C3%A9vole')).text()).toBe(
    `${app.url}/adresse?q=b%C3%A9n%C3%A9vole`,
  )
})

test('an answer goes out whole, with its length, or compressed', async () => {
  const plain = await get('/long', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-length')).toBe(String(word.length * 1000))
  const compressed = await get('/long', { 'accept-encoding': 'br' })
  expect(compressed.headers.get('content-encoding')).toBe('br')
  expect(await compressed.text()).toBe(word.repeat(1000))
})

test('every cookie is handed over', async () => {
  const answer = await get('/temoins')
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([204, ['un=1', 'deux=2']])
})

test('an action reads what was sent', async () => {
  const answer = await fetch(`${app.url}/echo`, {
    method: 'POST',
    body: 'nom=Ada',
    headers: { Origin: app.url },
  })
  expect(await answer.text()).toBe('POST nom=Ada')
})

test('a browser that hangs up ends the work', async () => {
  const socket = connect(app.port, '127.0.0.1')
  socket.write(`GET /attente HTTP/1.1\r\nHost: ${app.host}\r\n\r\n`)
  await isReached
  socket.destroy()
  expect(await hungUp).toBeTruthy()
})
