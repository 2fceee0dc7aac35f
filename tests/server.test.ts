import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runApp, sendRaw } from '#tests/setup/running-app.ts'

const script = `console.log(${JSON.stringify('x'.repeat(5000))})`
const folder = mkdtempSync(path.join(tmpdir(), 'actifs-client-'))
let app: Awaited<ReturnType<typeof runApp>>
let reached: string[] = []

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'))
  writeFileSync(path.join(folder, 'assets/a-1.js'), script)
  writeFileSync(path.join(folder, 'assets/a-1.js.br'), zlib.brotliCompressSync(script))
  writeFileSync(path.join(folder, 'assets/a-1.js.gz'), zlib.gzipSync(script))
  writeFileSync(path.join(folder, 'favicon.svg'), '<svg/>')
  app = await runApp({
    assets: folder,
    pages: (req, res, next) => {
      reached.push(`${req.method} ${req.path}`)
      if (req.path === '/boom') return next(new Error('secret detail'))
      res.type('html').send(`<p>${res.locals.cspNonce}</p>${'bonjour '.repeat(1000)}`)
    },
  })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const get = (target: string, headers: Record<string, string> = {}) => fetch(app.url + target, { headers })
function post(headers: Record<string, string>, body = 'a=1', target = '/offres') {
  reached = []
  return fetch(app.url + target, { method: 'POST', headers, body })
}

describe('security headers', () => {
  test('carry a new nonce each time, the one that the page receives', async () => {
    const [first, second] = await Promise.all([get('/'), get('/')])
    const nonces = [first, second].map(
      (response) => /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1],
    )
    expect(nonces[0]).toMatch(/^[\w+/=]{22,}$/)
    expect(nonces[0]).not.toBe(nonces[1])
    expect(await first.text()).toContain(`<p>${nonces[0]}</p>`)
  })

  test('allow our files and the IGN’s tiles, and nothing unsafe', async () => {
    const { headers } = await get('/')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("worker-src 'self' blob:")
    expect(policy).toMatch(/img-src [^;]*https:\/\/data\.geopf\.fr/)
    expect(policy).toMatch(/connect-src [^;]*https:\/\/data\.geopf\.fr/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('permissions-policy')).toContain('geolocation=(self)')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
  })

  test('promise HTTPS only where it is used', async () => {
    expect((await get('/')).headers.get('strict-transport-security')).toBeNull()
    const secure = await get('/', { 'x-forwarded-proto': 'https' })
    expect(secure.headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  test('stand on refusals, errors and files too', async () => {
    for (const target of ['/%E0%A4%A', '/boom', '/assets/a-1.js', '/assets/none.js'])
      expect((await get(target)).headers.get('content-security-policy'), target).toContain(
        "default-src 'none'",
      )
  })
})

describe('a change asked from elsewhere', () => {
  test.each([
    ['no origin', {}],
    ['another origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a sister site', { origin: 'https://evil.example', 'sec-fetch-site': 'same-site' }],
    [
      'a forged origin the browser contradicts',
      { origin: 'https://actifs.example.org', 'sec-fetch-site': 'cross-site' },
    ],
    ['a malformed origin', { origin: 'https://' }],
  ])('is refused: %s', async (_name, headers) => {
    const response = await post(headers)
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Elle ne vient pas de notre site')
    expect(reached).toEqual([])
  })

  test('is accepted from the site itself', async () => {
    expect((await post({ origin: app.url })).status).toBe(200)
    expect((await post({ origin: 'https://actifs.example.org' })).status).toBe(200)
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await post({ 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(200)
    expect(reached).toEqual(['POST /offres'])
  })

  test('is left to the secret of the webhooks', async () => {
    expect((await post({}, '{}', '/webhooks/sms')).status).toBe(200)
    expect((await post({}, '{}', '/webhooks')).status).toBe(403)
  })
})

describe('bad requests', () => {
  test('a body over 1 MB gets a plain answer', async () => {
    const response = await post({ origin: app.url }, 'x'.repeat(1024 * 1024 + 1))
    expect(response.status).toBe(413)
    expect(await response.text()).toContain('trop lourd')
    expect(reached).toEqual([])
    expect((await post({ origin: app.url }, 'x'.repeat(1024 * 1024))).status).toBe(200)
  })

  test('where a file is added, up to 12 MB reach the page, which says what is too heavy', async () => {
    const body = 'x'.repeat(12 * 1024 * 1024)
    expect((await post({ origin: app.url }, body, '/mon-cv/fichier?x')).status).toBe(200)
    expect((await post({ origin: app.url }, `${body}x`, '/mon-cv/fichier')).status).toBe(413)
    expect((await post({ origin: app.url }, body, '/mon-cv')).status).toBe(413)
  })

  test('a body without its length is refused', async () => {
    const head = `POST / HTTP/1.1\r\nHost: ${app.host}\r\nOrigin: ${app.url}\r\nTransfer-Encoding: chunked\r\n\r\n`
    expect(await sendRaw(app.port, `${head}1\r\na\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 411 /)
  })

  test.each([
    ['/%E0%A4%A', 400],
    ['/offres/%00', 400],
    ['/%', 400],
  ])('%s answers %i', async (target, status) => {
    const answer = await sendRaw(
      app.port,
      `GET ${target} HTTP/1.1\r\nHost: ${app.host}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toContain('Cette adresse est incorrecte')
  })

  test.each([
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a method that is none', 'PROPFIND / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 405],
  ])('%s', async (_name, text, status) => {
    expect(await sendRaw(app.port, text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  })

  test('an error shows a French page and no detail', async () => {
    const response = await get('/boom')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toContain('lang="fr"')
    expect(text).not.toMatch(/secret detail|Error|server\.test/)
  })
})

describe('files', () => {
  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['identity', null],
  ])('answer Accept-Encoding: %s with %s', async (accepted, encoding) => {
    const response = await get('/assets/a-1.js', { 'accept-encoding': accepted })
    expect(response.headers.get('content-encoding')).toBe(encoding)
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await response.text()).toBe(script)
  })

  test('outside assets are kept for an hour', async () => {
    const response = await get('/favicon.svg')
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600')
    expect(response.headers.get('content-type')).toContain('svg')
  })

  test('that do not exist answer 404 without asking the application', async () => {
    reached = []
    expect((await get('/assets/old-2.js')).status).toBe(404)
    expect(reached).toEqual([])
  })

  test('outside the folder are never served', async () => {
    const text = `GET /assets/../../../../etc/passwd HTTP/1.1\r\nHost: ${app.host}\r\nConnection: close\r\n\r\n`
    expect(await sendRaw(app.port, text)).not.toContain('root:')
  })

  test('pages are compressed on the way', async () => {
    expect((await get('/', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBe('br')
    expect((await get('/', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip')
  })
})
