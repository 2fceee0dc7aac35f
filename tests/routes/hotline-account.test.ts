import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { createSignInCode } from '#app/db/sign-in-codes.server.ts'
import { SUSPENSION_REASONS } from '#app/domain/account.ts'
import { SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import {
  action as personAction,
  loader as personLoader,
} from '#app/routes/accueil.personnes.$accountId._index.tsx'
import {
  action as doubleAction,
  loader as doubleLoader,
} from '#app/routes/accueil.personnes.$accountId.doublon.tsx'
import { newId } from '#app/system/id.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { type Answer, answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const cookies: Record<string, string> = {}
beforeAll(async () => {
  for (const role of ['hotline', 'referent'] as const)
    cookies[role] = await signIn((await createProfessional(role)).account.id)
})

type Handler = (args: ReturnType<typeof routeArgs>) => unknown
const call = (
  handler: Handler,
  path: string,
  options: { as?: string; params?: Record<string, string>; form?: Record<string, string | string[]> } = {},
): Promise<Answer> => {
  const { as = 'hotline', params = {}, form } = options
  const cookie = cookies[as] ?? ''
  return answerOf(() => handler(routeArgs(requestTo(path, { cookie, ...(form && { form }) }), params)))
}
describe('what the hotline does to an account', () => {
  const BACK = { inactivity: 'wake', own_request: 'resume', duplicate: 'undo_duplicate' } as const

  test.each(SUSPENSION_REASONS)('%s: its own button and no other', async (reason) => {
    const buttons = [
      'wake',
      'resume',
      'undo_duplicate',
      'suspend',
      'lift',
      'mark_duplicate',
      'fall_asleep',
      'x',
    ]
    for (const intent of buttons) {
      const { account } = await createCandidate({
        account: { status: 'suspended', suspensionReason: reason },
      })
      const { status } = await call(personAction, '/', {
        params: { accountId: account.id },
        form: { intent },
      })
      const isWayBack = reason !== 'reasoned_decision' && BACK[reason] === intent
      const known = ['wake', 'resume', 'undo_duplicate'].includes(intent)
      expect([intent, status]).toEqual([intent, isWayBack ? 302 : known ? 409 : 422])
      const row = await db().account.findUniqueOrThrow({ where: { id: account.id } })
      expect(row.status).toBe(isWayBack ? 'active' : 'suspended')
    }
  })

  test('a duplicate is closed for the account chosen', async () => {
    const { account: double } = await createCandidate({ account: { firstName: 'Rémi', lastName: 'Gautier' } })
    const { account: good } = await createCandidate({ account: { firstName: 'Remy', lastName: 'Gauthier' } })
    const params = { accountId: double.id }
    expect((await call(doubleLoader, '/', { params })).body).toMatchObject({
      people: [{ accountId: good.id }],
    })
    expect((await call(doubleAction, '/', { params, form: {} })).status).toBe(422)
    expect((await call(doubleAction, '/', { params, form: { goodId: good.id } })).status).toBe(302)
    expect((await call(personLoader, '/', { params })).body).toMatchObject({
      standing: 'duplicate',
      goodAccount: { id: good.id },
    })
  })

  test('somebody who tried too often is let in again', async () => {
    const { account } = await createCandidate()
    const params = { accountId: account.id }
    const now = new Date()
    const id = newId()
    const code = { id, accountId: account.id, channel: 'sms' as const, createdAt: now }
    await createSignInCode(db(), { ...code, expiresAt: new Date(now.getTime() + 600_000) }, SIGN_IN_CODE)
    expect((await call(personLoader, '/', { params })).body).toMatchObject({ isLockedOut: false })
    await db().signInCode.update({ where: { id }, data: { tries: 5 } })
    expect((await call(personLoader, '/', { params })).body).toMatchObject({ isLockedOut: true })
    expect(
      (await call(personAction, '/', { as: 'referent', params, form: { intent: 'unlock' } })).status,
    ).toBe(404)
    expect((await call(personAction, '/', { params, form: { intent: 'unlock' } })).status).toBe(302)
    expect((await call(personLoader, '/', { params })).body).toMatchObject({ isLockedOut: false })
  })
})
