import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { SUSPENSION_REASONS, type SuspensionReason } from '#app/domain/account.ts'
import { getActor } from '#app/http/actor.server.ts'
import { codeAsked } from '#app/http/asked-code.server.ts'
import { action as cardAction, loader as cardLoader } from '#app/routes/connexion.carte.$token.tsx'
import { action as codeAction } from '#app/routes/connexion.code.tsx'
import { action as wakeAction, loader as wakeLoader } from '#app/routes/connexion.compte-arrete.tsx'
import { action as stopAction } from '#app/routes/mon-compte.arreter.tsx'
import { cardToken, readCardToken, signInCode, signText } from '#app/system/secrets.server.ts'
import { requestSignInCode } from '#app/use-cases/request-sign-in-code.server.ts'
import { createAccount, nextPhone } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import {
  type Answer,
  answerOf,
  countRows,
  requestTo,
  routeArgs,
  signIn,
  unknownId,
} from '#tests/setup/request.ts'

useTestDatabase()

const cookiesOf = (answer: Answer) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((line) => !line.endsWith('='))
    .join('; ')
let askedBy = 0

/** The answer to a right code typed by somebody of this phone. */
async function enter(phone: string): Promise<Answer> {
  const now = new Date()
  const asked = await requestSignInCode({ contact: phone, address: `192.0.2.${askedBy++}`, now })
  if (!asked.ok) throw new Error('no code')
  const cookie = codeAsked({ ...asked.value, askedAt: now, tries: 0 }).split(';')[0] ?? ''
  const form = { code: signInCode(asked.value.codeId) }
  return answerOf(() => codeAction(routeArgs(requestTo('/connexion/code', { cookie, form }))))
}
const read = (cookie: string) =>
  answerOf(() => wakeLoader(routeArgs(requestTo('/connexion/compte-arrete', { cookie }))))
const wake = (cookie: string) =>
  answerOf(() => wakeAction(routeArgs(requestTo('/connexion/compte-arrete', { cookie, form: {} }))))

async function stoppedPerson(suspensionReason: SuspensionReason) {
  const phone = nextPhone()
  const { account } = await createCandidate({ account: { phone, status: 'suspended', suspensionReason } })
  return { account, phone }
}

describe('a right code for a stopped account', () => {
  test.each(SUSPENSION_REASONS)('%s has its own screen, and opens no session', async (reason) => {
    const { account, phone } = await stoppedPerson(reason)
    const entered = await enter(phone)
    expect(entered.headers.get('Location')).toBe('/connexion/compte-arrete')
    const cookie = cookiesOf(entered)
    expect(cookie).not.toContain('session=')
    expect(cookie).not.toContain(account.id)
    const canReactivate = reason === 'inactivity' || reason === 'own_request'
    expect((await read(cookie)).body).toMatchObject({ reason, canReactivate, inactivityMonths: 6 })
    const woken = await wake(cookie)
    expect(woken.status).toBe(canReactivate ? 302 : 403)
    if (canReactivate) {
      expect(woken.headers.get('Location')).toBe('/mes-offres')
      expect(await getActor(requestTo('/', { cookie: cookiesOf(woken) }))).toMatchObject({
        kind: 'candidate',
        accountId: account.id,
      })
      expect((await read(cookie)).headers.get('Location')).toBe('/connexion')
    } else expect((await read(cookie)).status).toBe(200)
  })

  test('a duplicate tells which contact to use by its ends, a decision its reason', async () => {
    const { account: good } = await createCandidate({ account: { phone: '+33639984412' } })
    const { account, phone } = await stoppedPerson('duplicate')
    await db().account.update({ where: { id: account.id }, data: { duplicateOfId: good.id } })
    const { body } = await read(cookiesOf(await enter(phone)))
    expect(body).toMatchObject({ goodContact: '06 •• •• •• 12', decision: null })
    expect(JSON.stringify(body)).not.toContain('39984412')
    const decided = await stoppedPerson('reasoned_decision')
    await db().suspensionRequest.create({
      data: {
        id: unknownId(),
        accountId: decided.account.id,
        kind: 'suspend',
        reason: 'Menaces répétées au téléphone.',
        proposedById: unknownId(),
        proposedAt: new Date(),
        decidedById: unknownId(),
        decidedAt: new Date(),
        decision: 'accepted',
      },
    })
    expect((await read(cookiesOf(await enter(decided.phone)))).body).toMatchObject({
      decision: 'Menaces répétées au téléphone.',
    })
  })

  test('a proof of another kind, a forged one, one of somebody else’s unused code: the sign-in page', async () => {
    const { account } = await stoppedPerson('inactivity')
    const asked = await requestSignInCode({
      contact: account.phone ?? '',
      address: '192.0.2.200',
      now: new Date(),
    })
    const codeId = asked.ok ? asked.value.codeId : ''
    const proofs = ['', 'forged', `stopped|${codeId}.forged`, signText(codeId), signText(`stopped|${codeId}`)]
    for (const proof of [...proofs, signText(`stopped|${unknownId()}`), signText('stopped|x')])
      for (const answer of [await read(`stopped=${proof}`), await wake(`stopped=${proof}`)])
        expect([proof, answer.headers.get('Location')]).toEqual([proof, '/connexion'])
    expect((await db().account.findUniqueOrThrow({ where: { id: account.id } })).status).toBe('suspended')
  })

  test('reading the screen changes nothing', async () => {
    const { account, phone } = await stoppedPerson('inactivity')
    const cookie = cookiesOf(await enter(phone))
    const before = await countRows()
    await read(cookie)
    expect(await countRows()).toEqual(before)
    expect((await db().account.findUniqueOrThrow({ where: { id: account.id } })).status).toBe('suspended')
  })
})

describe('a printed card', () => {
  const show = (token: string) =>
    answerOf(() => cardLoader(routeArgs(requestTo(`/connexion/carte/${token}`), { token })))
  const send = (token: string) =>
    answerOf(() => cardAction(routeArgs(requestTo(`/connexion/carte/${token}`, { form: {} }), { token })))

  test('GET sends nothing and tells nothing; the button sends a code to its person', async () => {
    const { account } = await createCandidate({ account: { phone: nextPhone() } })
    const token = cardToken(account.id)
    expect(readCardToken(token)).toBe(account.id)
    expect(token).not.toContain(account.id)
    const before = await countRows()
    expect(await show(token)).toMatchObject({ status: 200, body: null })
    expect(await countRows()).toEqual(before)
    const sent = await send(token)
    expect(sent.headers.get('Location')).toBe('/connexion/code')
    expect(await db().signInCode.count({ where: { accountId: account.id } })).toBe(1)
  })

  test('a forged or foreign one leads to the ordinary sign-in page, and sends nothing', async () => {
    const { account } = await createCandidate()
    const token = cardToken(account.id)
    const swapped = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    const forged = [
      ...Array.from({ length: token.length - 1 }, (_, at) => swapped(at)),
      '',
      'x',
      account.id,
      `${token}A`,
      token.slice(1),
      Buffer.alloc(28).toString('base64url'),
    ]
    const before = await countRows()
    for (const one of forged)
      for (const answer of [await show(one), await send(one)])
        expect([one, answer.headers.get('Location')]).toEqual([one, '/connexion'])
    expect(await countRows()).toEqual(before)
  })

  test('of somebody gone, unknown, or without any contact: the ordinary sign-in page', async () => {
    const gone = await createAccount()
    await db().account.update({
      where: { id: gone.id },
      data: {
        erasedAt: new Date(),
        firstName: '',
        lastName: '',
        phone: null,
        email: null,
        channel: 'none',
        status: 'suspended',
      },
    })
    const unreachable = await createAccount({ phone: null, email: null, channel: 'none' })
    for (const id of [gone.id, unreachable.id, unknownId()])
      expect((await send(cardToken(id))).headers.get('Location')).toBe('/connexion')
  })
})

test('a person stops her own account: out at once, and back with a code', async () => {
  const phone = nextPhone()
  const { account } = await createCandidate({ account: { phone } })
  const cookie = await signIn(account.id)
  const stopped = await answerOf(() =>
    stopAction(routeArgs(requestTo('/mon-compte/arreter', { cookie, form: {} }))),
  )
  expect([stopped.status, stopped.headers.get('Location')]).toEqual([302, '/'])
  expect(await getActor(requestTo('/', { cookie }))).toEqual({ kind: 'anonymous' })
  const back = await wake(cookiesOf(await enter(phone)))
  expect(back.headers.get('Location')).toBe('/mes-offres')
})
