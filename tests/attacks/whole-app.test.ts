import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { root } from '#scripts/root.mjs'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useE2eApp } from '#tests/setup/e2e-app.ts'
import { type Heard, type Sent, sendTo } from '#tests/setup/http-request.ts'
import { countRows, unknownId } from '#tests/setup/request.ts'

const PUBLIC = 'https://actifs.example.org'
const LIMIT_MS = 120_000
const PHONE = '+33639984001'
// What the proxy in front of the site says of a request that came over https.
const PROXY = { Host: 'actifs.example.org', 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '192.0.2.1' }
const SAME = { Origin: PUBLIC, 'Sec-Fetch-Site': 'same-origin' }

const app = useE2eApp({
  worker: false,
  settings: { APP_URL: PUBLIC },
  prepare: async () => {
    await createTerritory()
    await createCandidate({ account: { phone: PHONE } })
  },
})
const send = (target: string, sent: Sent = {}) =>
  sendTo(app().url + target, { ...sent, headers: { ...PROXY, ...sent.headers } })
const cookiesOf = ({ headers }: Heard) => [headers['set-cookie'] ?? []].flat()
const jar = (answer: Heard) =>
  cookiesOf(answer)
    .map((line) => line.split(';')[0])
    .join('; ')

/** The addresses of the routes that have an action: parameters become an identifier of nothing. */
function actionPaths(): string[] {
  const folder = path.join(root, 'app/routes')
  return readdirSync(folder)
    .filter((file) =>
      /export (const|async function|function) action\b/.test(readFileSync(path.join(folder, file), 'utf8')),
    )
    .map((file) => file.replace(/\.tsx?$/, '').split('.'))
    .map((parts) => parts.map((part) => (part.startsWith('$') ? unknownId() : part.replace(/_$/, ''))))
    .map(
      (parts) =>
        `/${parts.filter((part) => part !== '_index').join('/')}${parts.at(-1) === '_index' ? '?index' : ''}`,
    )
}

async function enter(): Promise<{ asked: Heard; entered: Heard }> {
  const asked = await send('/connexion?index', { form: { contact: PHONE }, headers: SAME })
  const { id } = await db().signInCode.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  const headers = { ...SAME, Cookie: jar(asked) }
  return { asked, entered: await send('/connexion/code', { form: { code: signInCode(id) }, headers }) }
}

describe('a form sent from another site', () => {
  const ELSEWHERE: [string, Record<string, string>][] = [
    ['another origin', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['another origin, an older browser', { Origin: 'https://evil.example' }],
    ['a sister of our name', { Origin: `${PUBLIC}.evil.example`, 'Sec-Fetch-Site': 'cross-site' }],
    ['our name without encryption, on another port', { Origin: 'http://actifs.example.org:8080' }],
    ['an opaque origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['no origin at all', {}],
  ]

  test.each(ELSEWHERE)('signs nobody in and changes nothing: %s', async (_name, headers) => {
    const paths = actionPaths()
    expect(paths).toEqual(expect.arrayContaining(['/connexion?index', '/connexion/code', '/deconnexion']))
    const before = await countRows()
    for (const target of paths)
      for (const asked of [target, target.replace(/(\?index)?$/, '.data$1')])
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
          const answer = await send(asked, { method, headers, form: { contact: PHONE, intent: 'demo' } })
          expect([method, asked, answer.status]).toEqual([method, asked, 403])
          expect(cookiesOf(answer)).toEqual([])
        }
    expect(await countRows()).toEqual(before)
  })

  test('to an address that only answers readings is refused as well', async () => {
    for (const target of ['/offres.geojson', '/healthz', '/readyz', '/offres', '/nulle-part'])
      expect((await send(target, { form: {}, headers: { Origin: 'https://evil.example' } })).status).toBe(403)
  })
})

describe('the cookies of the site over https', () => {
  test('are bound to this host, closed to scripts and to other sites', async () => {
    const { asked, entered } = await enter()
    expect([asked.status, entered.status]).toEqual([302, 302])
    const lines = [...cookiesOf(asked), ...cookiesOf(entered)]
    expect(lines.map((line) => line.split('=')[0])).toEqual([
      '__Host-sign-in',
      '__Host-session',
      '__Host-sign-in',
    ])
    for (const line of lines) {
      const flags = line.split('; ').slice(1)
      expect(flags).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
      expect(line).not.toContain('Domain')
    }
  })

  test('a session under a name that another host of the domain could set is not read', async () => {
    const { entered } = await enter()
    const session = jar(entered).split('; ')[0] ?? ''
    const open = await send('/mon-profil', { headers: { Cookie: session } })
    expect(open.status).toBe(200)
    const bare = session.replace('__Host-', '')
    const closed = await send('/mon-profil', { headers: { Cookie: bare } })
    expect([closed.status, closed.headers.location]).toEqual([302, '/connexion?suite=%2Fmon-profil'])
  })
})

describe('a machine that follows links', () => {
  test.each(['GET', 'HEAD'])('uses up no code and ends no session: %s', async (method) => {
    await db().signInCode.deleteMany()
    const asked = await send('/connexion?index', { form: { contact: PHONE }, headers: SAME })
    const { id } = await db().signInCode.findFirstOrThrow()
    const { entered } = await enter()
    const cookie = jar(entered).split('; ')[0] ?? ''
    await db().signInCode.updateMany({ data: { usedAt: null } })
    const before = await countRows()
    for (const target of [
      `/connexion/code?code=${signInCode(id)}`,
      '/connexion/code',
      '/connexion',
      '/deconnexion',
    ])
      for (const ending of ['', '.data']) {
        const [pathname, search] = target.split('?')
        const whole = `${pathname}${ending}${search ? `?${search}` : ''}`
        const answer = await send(whole, { method, headers: { Cookie: `${jar(asked)}; ${cookie}` } })
        expect(answer.status).toBeLessThan(400)
        expect(cookiesOf(answer)).toEqual([])
      }
    expect(await countRows()).toEqual(before)
    expect(await db().signInCode.count({ where: { usedAt: { not: null } } })).toBe(0)
    expect(await db().signInCode.count({ where: { tries: { gt: 0 } } })).toBe(0)
    expect((await send('/mon-profil', { headers: { Cookie: cookie } })).status).toBe(200)
  })
})

describe('the headers of real answers', () => {
  const EXPECTED = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }
  const TARGETS: [string, number][] = [
    ['/', 200],
    ['/offres', 200],
    ['/carte', 200],
    ['/connexion', 200],
    ['/connexion/code', 302],
    ['/mon-profil', 302],
    ['/structure', 302],
    ['/offres.geojson', 200],
    ['/offres.data', 200],
    ['/favicon.svg', 200],
    ['/nulle-part', 404],
    ['/assets/nothing.js', 404],
    ['/%E0%A4%A', 400],
    ['/healthz', 200],
  ]

  test.each(TARGETS)('%s (%i) carries them all, and nothing unsafe', async (target, status) => {
    const answer = await send(target)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(EXPECTED)
    expect(answer.headers).not.toHaveProperty('x-powered-by')
    expect(answer.headers).not.toHaveProperty('server')
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).not.toMatch(/unsafe-|\*|http:/)
    for (const rule of [
      "default-src 'none'",
      "script-src-attr 'none'",
      "object-src 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule)
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    for (const [tag] of answer.text.matchAll(/<(script|style)\b(?![^>]*\bld\+json)[^>]*>/g))
      expect(tag).toMatch(new RegExp(`nonce="${nonce?.replace(/[+/]/g, '\\$&')}"|src="/`))
    expect(answer.text).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/i)
  })

  test('nothing that somebody signed in reads is kept, public pages included', async () => {
    const { entered } = await enter()
    const headers = { Cookie: jar(entered).split('; ')[0] ?? '' }
    for (const target of [
      '/mon-profil',
      '/mes-offres',
      '/',
      '/offres',
      '/aide',
      '/offres.data',
      '/nulle-part',
    ]) {
      const answer = await send(target, { headers })
      expect([target, answer.headers['cache-control']]).toEqual([target, 'private, no-store'])
    }
  })

  test(
    'a forged name reaches no page, no link and no code',
    async () => {
      const before = await countRows()
      for (const name of ['Host', 'X-Forwarded-Host']) {
        const headers = { ...SAME, [name]: 'evil.example' }
        const page = await send('/connexion', { headers })
        const asked = await send('/connexion?index', { form: { contact: PHONE }, headers })
        for (const { status, text, headers: heard } of [page, asked]) {
          expect(status).toBe(400)
          expect(text + JSON.stringify(heard)).not.toContain('evil')
        }
      }
      expect(await countRows()).toEqual(before)
    },
    LIMIT_MS,
  )
})
