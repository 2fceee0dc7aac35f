import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { getActor } from '#app/http/actor.server.ts'
import { action as askCode } from '#app/routes/connexion._index.tsx'
import { loader as codePage, action as giveCode } from '#app/routes/connexion.code.tsx'
import { action as signOut } from '#app/routes/deconnexion.ts'
import { hashToken, newReference, signInCode } from '#app/system/secrets.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { type Answer, answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()
beforeEach(async () => {
  await createTerritory()
  await db().rateLimit.deleteMany()
})

const LIMIT_MS = 180_000
let numbers = 3000
const ask = (contact: string, from = '192.0.2.1') =>
  answerOf(() => askCode(routeArgs(requestTo('/connexion', { form: { contact } }), {}, from)))
const give = (code: string, cookie: string, from = '192.0.2.1') =>
  answerOf(() => giveCode(routeArgs(requestTo('/connexion/code', { form: { code }, cookie }), {}, from)))
const cookiesOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
const codesOf = (phone: string) => db().signInCode.findMany({ where: { account: { phone } } })

/** The n-th wrong guess: every number but those that are right. */
async function wrongGuesses(phone: string, count: number): Promise<string[]> {
  const right = new Set((await codesOf(phone)).map(({ id }) => signInCode(id)))
  const all = Array.from({ length: count + right.size }, (_, n) => String(n * 997).padStart(6, '0'))
  return all.filter((guess) => !right.has(guess)).slice(0, count)
}

describe('a thousand wrong codes', () => {
  test(
    'from one address: five are tried, none opens, and the address is stopped',
    async () => {
      const phone = '+33639981001'
      await createCandidate({ account: { phone } })
      const cookie = cookiesOf(await ask(phone))
      const statuses: number[] = []
      for (const guess of await wrongGuesses(phone, 1000)) statuses.push((await give(guess, cookie)).status)
      expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422])
      expect(new Set(statuses.slice(5))).toEqual(new Set([429]))
      expect((await codesOf(phone)).reduce((sum, { tries }) => sum + tries, 0)).toBe(5)
      const [code] = await codesOf(phone)
      expect((await give(signInCode(code?.id ?? ''), cookie)).status).toBe(429)
      expect(await db().session.count({ where: { account: { phone } } })).toBe(0)
    },
    LIMIT_MS,
  )

  test(
    'from a thousand addresses, forgetting its cookies, asking for a code whenever it can: five again',
    async () => {
      const phone = '+33639981002'
      await createCandidate({ account: { phone } })
      const from = (n: number) => `10.${n >> 8}.${n & 255}.7`
      let cookie = ''
      let n = 0
      const statuses = new Map<number, number>()
      for (const guess of await wrongGuesses(phone, 1000)) {
        if (n % 50 === 0) cookie = cookiesOf(await ask(phone, from(n)))
        // The codes of this very moment are spared: a lucky guess would prove nothing.
        const right = new Set((await codesOf(phone)).map(({ id }) => signInCode(id)))
        if (right.has(guess)) continue
        const { status } = await give(guess, cookie, from(n++))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
      expect(statuses.get(422)).toBe(5)
      expect([...statuses.keys()].sort()).toEqual([422, 429])
      const codes = await codesOf(phone)
      expect(codes).toHaveLength(5)
      expect(codes.reduce((sum, { tries }) => sum + tries, 0)).toBe(5)
      expect(await db().session.count({ where: { account: { phone } } })).toBe(0)
    },
    LIMIT_MS,
  )

  test('tried all at once, five are counted', async () => {
    const phone = '+33639981003'
    await createCandidate({ account: { phone } })
    const cookie = cookiesOf(await ask(phone))
    const guesses = await wrongGuesses(phone, 60)
    const answers = await Promise.all(guesses.map((guess, n) => give(guess, cookie, `10.9.${n}.1`)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
    expect((await codesOf(phone)).reduce((sum, { tries }) => sum + tries, 0)).toBe(5)
  })
})

describe('fifty requests for a code at once', () => {
  test.each([
    ['of somebody known', '+33639981004', true],
    ['of nobody', '+33639981005', false],
  ])('%s: five codes, five messages, fifty answers alike', async (_name, phone, isKnown) => {
    if (isKnown) await createCandidate({ account: { phone } })
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(phone, `10.8.${n}.1`)))
    const shapes = answers.map((answer) => ({
      status: answer.status,
      body: answer.body,
      location: answer.headers.get('Location'),
      cookies: answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, '=…')),
      length: answer.headers.getSetCookie()[0]?.length,
    }))
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1)
    const codes = await codesOf(phone)
    expect(codes).toHaveLength(5)
    const facts = await db().outboxEvent.findMany({ where: { type: 'sign_in_code.requested' } })
    const sent = facts.map(({ payload }) => (payload as { codeId: string }).codeId)
    expect(sent.filter((id) => codes.some((code) => code.id === id))).toHaveLength(5)
    expect(await db().account.count({ where: { phone } })).toBe(1)
  })
})

describe('a session', () => {
  test('replayed after signing out opens nothing', async () => {
    const { account } = await createCandidate()
    const cookie = await signIn(account.id)
    expect((await getActor(requestTo('/', { cookie }))).kind).toBe('candidate')
    await answerOf(() => signOut(routeArgs(requestTo('/deconnexion', { form: {}, cookie }))))
    for (let n = 0; n < 3; n++)
      expect(await getActor(requestTo('/mes-offres', { cookie }))).toEqual({ kind: 'anonymous' })
  })

  test.each([
    ['a reference nobody has', () => Promise.resolve(`session=${newReference()}`)],
    ['a session of the attacker', async () => signIn((await createCandidate()).account.id)],
  ])('planted before signing in is not the one after: %s', async (_name, plant) => {
    const planted = await plant()
    const phone = `+3363998${++numbers}`
    const { account } = await createCandidate({ account: { phone } })
    const cookie = cookiesOf(await ask(phone))
    const [code] = await codesOf(phone)
    const entered = await give(signInCode(code?.id ?? ''), `${planted}; ${cookie}`)
    const line = entered.headers.getSetCookie().find((text) => text.startsWith('session=')) ?? ''
    const given = line.split(';')[0] ?? ''
    expect(given).not.toBe(planted)
    expect(await getActor(requestTo('/', { cookie: planted }))).toEqual({ kind: 'anonymous' })
    expect(await getActor(requestTo('/', { cookie: given }))).toMatchObject({ accountId: account.id })
    const idHash = hashToken(planted.slice('session='.length))
    expect(await db().session.count({ where: { idHash, accountId: account.id } })).toBe(0)
  })

  test('is opened by a typed code alone: reading the page with the code in its address changes nothing', async () => {
    const phone = '+33639981006'
    await createCandidate({ account: { phone } })
    const cookie = cookiesOf(await ask(phone))
    const [asked] = await codesOf(phone)
    const code = signInCode(asked?.id ?? '')
    const before = await countRows()
    for (const method of ['GET', 'HEAD']) {
      const url = `http://127.0.0.1:3000/connexion/code?code=${code}`
      const request = new Request(url, { method, headers: { Cookie: cookie } })
      expect((await answerOf(() => codePage(routeArgs(request)))).headers.getSetCookie()).toEqual([])
    }
    expect(await countRows()).toEqual(before)
    expect(await codesOf(phone)).toMatchObject([{ usedAt: null, tries: 0 }])
    expect((await give(code, cookie)).status).toBe(302)
  })
})
