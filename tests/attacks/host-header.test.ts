import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runApp, sendRaw } from '#tests/setup/running-app.ts'

const OURS = 'actifs.example.org'
let app: Awaited<ReturnType<typeof runApp>>
let reached: string[] = []

beforeAll(async () => {
  app = await runApp({
    assets: '/nonexistent',
    pages: (req, res) => {
      reached.push(`${req.hostname} ${req.originalUrl}`)
      res.send('page')
    },
  })
})
afterAll(() => app.close())

const lines = (headers: string[]) => headers.map((line) => `${line}\r\n`).join('')
function ask(headers: string[], target = '/connexion') {
  reached = []
  return sendRaw(app.port, `GET ${target} HTTP/1.1\r\n${lines(headers)}Connection: close\r\n\r\n`)
}

describe('a request under another name is refused, and the name comes back nowhere', () => {
  test.each([
    ['another site', ['Host: evil.example']],
    ['a longer name that begins like ours', [`Host: ${OURS}.evil.example`]],
    ['ours as a user of another', [`Host: ${OURS}@evil.example`]],
    ['ours and a path', [`Host: ${OURS}/evil.example`]],
    ['another port', [`Host: ${OURS}:8443`]],
    ['a name that resolves to this machine', ['Host: 127.0.0.1.evil.example']],
    ['a proxy that passes a forged name on', [`Host: ${OURS}`, 'X-Forwarded-Host: evil.example']],
    ['a forged name in front of ours', [`Host: ${OURS}`, `X-Forwarded-Host: evil.example, ${OURS}`]],
    ['a forged name behind ours', [`Host: ${OURS}`, `X-Forwarded-Host: ${OURS}, evil.example`]],
    ['a forged port', [`Host: ${OURS}`, `X-Forwarded-Host: ${OURS}:1234`]],
    ['no name', ['Host:']],
  ])('%s', async (_name, headers) => {
    const answer = await ask(headers)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain('evil')
    expect(reached).toEqual([])
  })

  test('a whole address instead of a path', async () => {
    const answer = await ask([`Host: ${OURS}`], 'http://evil.example/connexion')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).not.toContain('evil')
    expect(reached).toEqual([])
  })
})

describe('a request under one of our names passes', () => {
  test.each([
    [OURS],
    [OURS.toUpperCase()],
    [`${OURS}:443`],
    ['localhost:3000'],
    ['127.0.0.1:3000'],
    ['[::1]:3000'],
  ])('%s', async (host) => {
    expect(await ask([`Host: ${host}`, `X-Forwarded-Host: ${OURS}`])).toMatch(/^HTTP\/1\.1 200 /)
    expect(reached).toHaveLength(1)
  })
})

test('whatever watches the process may ask under any name, for its state alone', async () => {
  for (const target of ['/healthz', '/readyz?full'])
    expect(await ask(['Host: 10.0.0.7:3000'], target)).toMatch(/^HTTP\/1\.1 200 /)
  for (const target of ['/healthz/', '/healthzz', '/?/healthz'])
    expect(await ask(['Host: 10.0.0.7:3000'], target)).toMatch(/^HTTP\/1\.1 400 /)
})
