import type { Response } from 'express'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { runApp } from '#tests/setup/running-app.ts'

let app: Awaited<ReturnType<typeof runApp>>
let lateMs = 0
const waiting: Response[] = []

beforeAll(async () => {
  app = await runApp({
    assets: 'public',
    lateMs: () => lateMs,
    maxAtOnce: 3,
    pages: (req, res) => {
      if (req.path === '/slow') return void waiting.push(res)
      const status = Number(req.path.slice(1)) || 200
      if (req.query.after) res.set('Retry-After', String(req.query.after))
      res.status(status).send('fait')
    },
  })
})
afterEach(() => {
  lateMs = 0
  for (const res of waiting.splice(0)) res.send('enfin')
})
afterAll(() => app.close())

const get = (path: string) => fetch(app.url + path)

async function expectTurnedAway(response: globalThis.Response) {
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('60')
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(await response.text()).toMatch(/lang="fr"[\s\S]*Trop de monde à la fois[\s\S]*Attendez une minute/)
}

describe('too many pages at once', () => {
  test('one more is told when to come back; files and probes go on; one who leaves makes room', async () => {
    const slow = [get('/slow'), get('/slow'), get('/slow')]
    await expect.poll(() => waiting.length).toBe(3)
    await expectTurnedAway(await get('/offres'))
    expect((await get('/healthz')).status).toBe(200)
    expect((await get('/readyz')).status).toBe(200)
    expect((await get('/favicon.svg')).status).toBe(200)
    waiting.shift()?.send('enfin')
    expect(await (await Promise.race(slow)).text()).toBe('enfin')
    await expect.poll(async () => (await get('/offres')).status).toBe(200)
  })

  test('a visitor who goes away before the answer leaves room too', async () => {
    const gone = new AbortController()
    const slow = [1, 2, 3].map(() => fetch(`${app.url}/slow`, { signal: gone.signal }).catch(() => null))
    await expect.poll(() => waiting.length).toBe(3)
    gone.abort()
    await Promise.all(slow)
    await expect.poll(async () => (await get('/offres')).status).toBe(200)
  })
})

test('a process that is late answers nothing new until it has caught up', async () => {
  lateMs = 5000
  await expectTurnedAway(await get('/offres'))
  lateMs = 0
  expect((await get('/offres')).status).toBe(200)
})

test.each([
  ['/429', '900'],
  ['/429?after=3600', '3600'],
  ['/503', '60'],
  ['/503?after=5', '5'],
  ['/409', null],
  ['/200', null],
])('%s says to come back after %s', async (path, seconds) => {
  expect((await get(path)).headers.get('Retry-After')).toBe(seconds)
})
