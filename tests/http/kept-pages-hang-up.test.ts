import { connect } from 'node:net'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKeptPages } from '#app/http/kept-pages.server.ts'
import { createPageHandler } from '#app/http/page-handler.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { loaderBuild } from '#tests/setup/loader-build.ts'
import { runApp } from '#tests/setup/running-app.ts'

useTestDatabase()

let drawn = 0
let reached: () => void
let release: () => void
const isReached = new Promise<void>((done) => {
  reached = done
})
const isReleased = new Promise<void>((done) => {
  release = done
})

async function loader({ context }: LoaderFunctionArgs) {
  drawn++
  reached()
  await isReleased
  return new Response(`<p nonce="${context.cspNonce}">offres</p>`)
}

let app: Awaited<ReturnType<typeof runApp>>
beforeAll(async () => {
  const pages = createPageHandler({
    build: loaderBuild({ offres: { loader } }),
    getLoadContext: (_req, res) => ({ cspNonce: String(res.locals.cspNonce), clientAddress: '' }),
    kept: createKeptPages(),
  })
  app = await runApp({ assets: '/nonexistent', pages })
})
afterAll(() => app.close())

async function ask() {
  const answer = await fetch(`${app.url}/offres`)
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  return { status: answer.status, nonce: /'nonce-([^']+)'/.exec(policy)?.[1], text: await answer.text() }
}

test('a page that several wait for is drawn though the first hangs up, and each gets her or his own nonce', async () => {
  const socket = connect(app.port, '127.0.0.1')
  socket.write(`GET /offres HTTP/1.1\r\nHost: ${app.host}\r\n\r\n`)
  await isReached
  const second = ask()
  socket.destroy()
  await new Promise((done) => socket.once('close', done))
  release()
  for (const { status, nonce, text } of [await second, await ask()])
    expect([status, text]).toEqual([200, `<p nonce="${nonce}">offres</p>`])
  expect(drawn).toBe(1)
})
