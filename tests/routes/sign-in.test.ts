import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { STANDING_LABELS } from '#app/domain/account.standing.labels.ts'
import { getActor } from '#app/http/actor.server.ts'
import { action as signInAction, loader as signInLoader } from '#app/routes/connexion._index.tsx'
import { action as codeAction, loader as codeLoader } from '#app/routes/connexion.code.tsx'
import { action as signOutAction } from '#app/routes/deconnexion.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { createAccount } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { type Answer, answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()
beforeEach(() => {
  process.env.DEMO = ''
  process.env.APP_URL = ''
})
afterEach(() => {
  process.env.APP_URL = ''
})

type Form = Record<string, string>
const send = (form: Form, cookie?: string) =>
  answerOf(() => signInAction(routeArgs(requestTo('/connexion', { form, ...(cookie && { cookie }) }))))
const give = (form: Form, cookie: string) =>
  answerOf(() => codeAction(routeArgs(requestTo('/connexion/code', { form, cookie }))))

/** The cookies a browser holds after an answer. */
const cookiesOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
const lastCodeId = async () =>
  (await db().signInCode.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }] })).id

describe('with a code', () => {
  test('number, code, then the page that was asked for', async () => {
    const { account, actor } = await createCandidate({ account: { phone: '+33639980201' } })
    const asked = await send({ contact: '0639980201', suite: '/mes-candidatures' })
    expect(asked.status).toBe(302)
    expect(asked.headers.get('Location')).toBe('/connexion/code?suite=%2Fmes-candidatures')
    const waiting = cookiesOf(asked)
    expect(waiting).not.toContain(account.id)
    const code = signInCode(await lastCodeId())
    const entered = await give({ code, suite: '/mes-candidatures' }, waiting)
    expect(entered.headers.get('Location')).toBe('/mes-candidatures')
    expect(await getActor(requestTo('/', { cookie: cookiesOf(entered) }))).toEqual(actor)
  })

  test('an unknown number is answered word for word like a known one, to the sixth try', async () => {
    await createCandidate({ account: { phone: '+33639980202' } })
    const shape = (answer: Answer) => ({
      status: answer.status,
      body: answer.body,
      location: answer.headers.get('Location'),
      cookies: answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '=…')),
    })
    const seen: unknown[][] = []
    for (const contact of ['0639980202', '0639980299']) {
      const asked = await send({ contact })
      const answers = [shape(asked)]
      let cookie = cookiesOf(asked)
      for (let i = 0; i < 6; i++) {
        const answer = await give({ code: '000000' }, cookie)
        answers.push(shape(answer))
        if (answer.headers.has('Set-Cookie')) cookie = cookiesOf(answer)
      }
      seen.push(answers)
    }
    expect(seen[0]).toEqual(seen[1])
    expect(seen[0]?.map((answer) => (answer as Answer).status)).toEqual([302, 422, 422, 422, 422, 422, 429])
  })

  test('a browser that forgets its tries is stopped all the same', async () => {
    await createCandidate({ account: { phone: '+33639980203' } })
    const waiting = cookiesOf(await send({ contact: '0639980203' }))
    const code = signInCode(await lastCodeId())
    const wrong = code === '000000' ? '111111' : '000000'
    for (let i = 0; i < 5; i++) await give({ code: wrong }, waiting)
    expect((await give({ code }, waiting)).status).toBe(429)
  })

  test('a wait written by the browser itself is sent back to the beginning', async () => {
    for (const cookie of ['sign-in=abc|sms|1|0.forged', 'sign-in=', 'other=1']) {
      const answer = await give({ code: '123456' }, cookie)
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/connexion'])
    }
  })

  test('a number that cannot be one comes back with its sentence, typed text kept', async () => {
    const answer = await send({ contact: '06 39 98 <b>' })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      values: { contact: '06 39 98 <b>' },
      errors: { contact: ['Ce numéro n’a pas 10 chiffres.'] },
    })
  })

  test('signing in never leads to another site', async () => {
    await createCandidate({ account: { phone: '+33639980204' } })
    const suite = '//mechant.example/'
    const asked = await send({ contact: '0639980204', suite })
    expect(asked.headers.get('Location')).toBe('/connexion/code')
    const entered = await give({ code: signInCode(await lastCodeId()), suite }, cookiesOf(asked))
    expect(entered.headers.get('Location')).toBe('/mes-offres')
  })

  test('a session planted in the browser is ended, and the new one has another reference', async () => {
    const attacker = await createCandidate()
    const planted = await signIn(attacker.account.id)
    await createCandidate({ account: { phone: '+33639980205' } })
    const asked = await send({ contact: '0639980205' }, planted)
    const code = signInCode(await lastCodeId())
    const entered = await give({ code }, `${planted}; ${cookiesOf(asked)}`)
    const session = cookiesOf(entered)
    expect(session).not.toContain(planted)
    expect(await getActor(requestTo('/', { cookie: planted }))).toEqual({ kind: 'anonymous' })
  })
})

describe('the cookie', () => {
  test('is closed to scripts and other sites, and bound to the host over https', async () => {
    await createCandidate({ account: { phone: '+33639980206' } })
    const open = (await send({ contact: '0639980206' })).headers.getSetCookie()[0] ?? ''
    expect(open).toMatch(/^sign-in=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600$/)
    process.env.APP_URL = 'https://actifs.example'
    const asked = await send({ contact: '0639980206' })
    const entered = await give({ code: signInCode(await lastCodeId()) }, cookiesOf(asked))
    const line = entered.headers.getSetCookie().find((text) => text.includes('session=')) ?? ''
    expect(line).toMatch(
      /^__Host-session=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=2592000$/,
    )
  })
})

describe('in a demo', () => {
  async function createDemoAccount(overrides = {}) {
    const account = await createAccount({ role: 'relation_officer', ...overrides })
    await db().account.update({ where: { id: account.id }, data: { isDemo: true } })
    return account
  }

  test('one button signs in, for accounts of the demo alone and in a demo alone', async () => {
    const demo = await createDemoAccount()
    const real = await createAccount()
    const choose = (accountId: string) => send({ intent: 'demo', accountId })
    expect((await choose(demo.id)).status).toBe(404)
    process.env.DEMO = '1'
    const entered = await choose(demo.id)
    expect(entered.headers.get('Location')).toBe('/bureau')
    expect(await getActor(requestTo('/', { cookie: cookiesOf(entered) }))).toMatchObject({
      kind: 'relation_officer',
      accountId: demo.id,
    })
    expect((await choose(real.id)).status).toBe(404)
    expect((await choose('x')).status).toBe(404)
  })

  test('the page lists its accounts by role, and none outside a demo', async () => {
    const demo = await createDemoAccount({ firstName: 'Odile' })
    const page = () => signInLoader(routeArgs(requestTo('/connexion')))
    expect((await page()).groups).toEqual([])
    process.env.DEMO = '1'
    const { groups } = await page()
    const officers = groups.find(({ label }) => label.startsWith('Chargé·e'))
    expect(officers?.accounts.map(({ id }) => id)).toContain(demo.id)
  })

  test('a suspended account of the demo stays out, and is told with its number', async () => {
    process.env.DEMO = '1'
    const stopped = { status: 'suspended', suspensionReason: 'inactivity', phone: '+33639980291' } as const
    const account = await createDemoAccount({ ...stopped, firstName: 'Ginette', lastName: 'Lebrun' })
    expect((await send({ intent: 'demo', accountId: account.id })).status).toBe(403)
    const page = await signInLoader(routeArgs(requestTo('/connexion')))
    expect(page.groups.flatMap(({ accounts }) => accounts).map(({ id }) => id)).not.toContain(account.id)
    expect(page.stopped).toEqual([
      { name: 'Ginette Lebrun', contact: '06 39 98 02 91', standing: STANDING_LABELS.inactivity },
    ])
  })
})

describe('going out', () => {
  test('the session is over, for the browser and for us', async () => {
    const { account } = await createCandidate()
    const cookie = await signIn(account.id)
    const answer = await answerOf(() =>
      signOutAction(routeArgs(requestTo('/deconnexion', { form: {}, cookie }))),
    )
    expect(answer.headers.get('Location')).toBe('/')
    expect(answer.headers.get('Set-Cookie')).toContain('Max-Age=0')
    expect(await getActor(requestTo('/', { cookie }))).toEqual({ kind: 'anonymous' })
  })
})

test('reading the pages of signing in changes nothing', async () => {
  await createCandidate({ account: { phone: '+33639980207' } })
  const cookie = cookiesOf(await send({ contact: '0639980207' }))
  const before = await countRows()
  await answerOf(() => signInLoader(routeArgs(requestTo('/connexion?suite=/mes-offres', { cookie }))))
  await answerOf(() => codeLoader(routeArgs(requestTo('/connexion/code', { cookie }))))
  expect(await countRows()).toEqual(before)
})
