import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { localPath } from '#app/http/local-path.server.ts'
import { action as signIn, loader as signInPage } from '#app/routes/connexion._index.tsx'
import { loader as codePage, action as giveCode } from '#app/routes/connexion.code.tsx'
import { signInCode } from '#app/system/secrets.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs } from '#tests/setup/request.ts'

useTestDatabase()

const OUTSIDE = [
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/%0d%0aLocation: https://evil.example\r\nX: y',
  'javascript:alert(1)',
  'data:text/html,x',
  'http:evil.example',
  ' //evil.example',
  './/evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  '/connexion/..//evil.example',
  '/%2e%2e//evil.example',
  '@evil.example',
  '.evil.example',
]

const SITE = 'https://actifs.example.org'
const leaves = (location: string) => new URL(location, `${SITE}/connexion/code`).origin !== SITE

describe.each(OUTSIDE)('suite=%j', (suite) => {
  test('never leads out of the site, at no step of signing in', async () => {
    const phone = `+3363998${2000 + OUTSIDE.indexOf(suite)}`
    await createCandidate({ account: { phone } })
    const first = await signInPage(routeArgs(requestTo(`/connexion?suite=${encodeURIComponent(suite)}`)))
    expect(first.next === null || !leaves(first.next)).toBe(true)
    const asked = await answerOf(() =>
      signIn(routeArgs(requestTo('/connexion', { form: { contact: phone, suite } }))),
    )
    expect(asked.headers.get('Location')).toMatch(/^\/connexion\/code(\?suite=%2F[^/%\\]|$)/)
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const path = `/connexion/code?suite=${encodeURIComponent(suite)}`
    const shown = await answerOf(() => codePage(routeArgs(requestTo(path, { cookie }))))
    const { next } = shown.body as { next: string | null }
    expect(next === null || !leaves(next)).toBe(true)
    const { id } = await db().signInCode.findFirstOrThrow({ where: { account: { phone } } })
    const form = { code: signInCode(id), suite }
    const entered = await answerOf(() => giveCode(routeArgs(requestTo(path, { cookie, form }))))
    expect(entered.status).toBe(302)
    const location = entered.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/(?![/\\])/)
    expect(leaves(location)).toBe(false)
  })
})

test('whatever the text, the path kept stays on the site', () => {
  const steps = fc.constantFrom('/', '\\', '.', '..', 'evil.example')
  const others = fc.constantFrom('@', ':', '?', '#', '%2f', '\t', '\n', ' ', 'a')
  const text = fc.oneof(
    fc.array(steps, { maxLength: 5 }).map((parts) => parts.join('')),
    fc.array(fc.oneof(steps, others), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const path = localPath(`/${typed}`)
      expect(path === null || !leaves(path)).toBe(true)
      const bare = localPath(typed)
      expect(bare === null || !leaves(bare)).toBe(true)
    }),
    { numRuns: 5000 },
  )
})
