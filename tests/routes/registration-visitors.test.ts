import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { REGISTRATION_PATHS } from '#app/domain/registration.labels.ts'
import { REGISTRATION_STEPS } from '#app/domain/registration.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { countRows, signIn } from '#tests/setup/request.ts'
import { answerUpTo, enter, newcomer, RIGHT, see, send, wentTo } from './registration-walk.ts'

useTestDatabase()

describe('who comes', () => {
  test('nobody in particular sees the entry, and is asked to sign in before a question', async () => {
    expect((await enter()).status).toBe(200)
    for (const step of REGISTRATION_STEPS) {
      const signInFirst = [302, `/connexion?suite=${encodeURIComponent(REGISTRATION_PATHS[step])}`]
      expect(wentTo(await see(step))).toEqual(signInFirst)
      expect(wentTo(await send(step, RIGHT[step]))).toEqual(signInFirst)
    }
  })

  test('whoever has a hat is sent home, and nothing is kept', async () => {
    const people = [
      [await createCandidate(), '/mes-offres'],
      [await createRecruiter(), '/structure'],
      [await createOfficer(), '/bureau'],
    ] as const
    for (const [{ account }, home] of people) {
      const cookie = await signIn(
        account.id,
        'organisationId' in account ? String(account.organisationId) : null,
      )
      expect(wentTo(await enter(cookie))).toEqual([302, home])
      for (const step of REGISTRATION_STEPS) {
        expect(wentTo(await see(step, cookie))).toEqual([302, home])
        expect(wentTo(await send(step, RIGHT[step], cookie))).toEqual([302, home])
      }
      expect(await db().registration.count({ where: { accountId: account.id } })).toBe(0)
    }
  })

  test('a professional gives the second factor first', async () => {
    const { account } = await createOfficer()
    const cookie = await signIn(account.id)
    await db().session.updateMany({ where: { accountId: account.id }, data: { confirmedAt: null } })
    for (const answer of [
      await enter(cookie),
      await see('name', cookie),
      await send('name', RIGHT.name, cookie),
    ])
      expect(answer.headers.get('Location')).toMatch(/^\/connexion\/verification\?suite=/)
  })
})

test('reading the questions changes nothing', async () => {
  const { cookie } = await newcomer()
  await answerUpTo('agreements', cookie)
  const before = await countRows()
  await enter(cookie)
  for (const step of REGISTRATION_STEPS) await see(step, cookie)
  expect(await countRows()).toEqual(before)
})
