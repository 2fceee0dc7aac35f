import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { action, loader } from '#app/routes/accueil.personnes.$accountId.referent.tsx'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let cookie = ''
let referentId = ''
beforeAll(async () => {
  cookie = await signIn((await createProfessional('hotline')).account.id)
  referentId = (await createProfessional('referent', { firstName: 'Inès', lastName: 'Morel' })).account.id
  await createProfessional('relation_officer')
})

const path = (accountId: string) => `/accueil/personnes/${accountId}/referent`
const see = (accountId: string) =>
  answerOf(() => loader(routeArgs(requestTo(path(accountId), { cookie }), { accountId })))
const send = (accountId: string, form: Record<string, string>) =>
  answerOf(() => action(routeArgs(requestTo(path(accountId), { cookie, form }), { accountId })))

test('the page offers the referents of the territory, then shows who was written down, and is logged', async () => {
  const { account, profile } = await createCandidate()
  const choice = { value: referentId, label: 'Inès Morel' }
  const before = await see(account.id)
  expect(before).toMatchObject({ status: 200, body: { referents: [], choices: [choice] } })
  const named = await send(account.id, { intent: 'name', referentId })
  expect([named.status, named.headers.get('Location')]).toEqual([302, path(account.id)])
  expect((await see(account.id)).body).toMatchObject({
    referents: [{ id: referentId, name: 'Inès Morel' }],
    choices: [],
  })
  expect((await send(account.id, { intent: 'end', referentId })).status).toBe(302)
  expect((await see(account.id)).body).toMatchObject({ referents: [], choices: [choice] })
  expect(await db().accessLog.count({ where: { profileId: profile.id, purpose: 'profile' } })).toBe(3)
})

test.each(['', 'x', unknownId()])('"%s" is no choice, said beside the field', async (typed) => {
  const { account } = await createCandidate()
  expect(await send(account.id, { intent: 'name', referentId: typed })).toMatchObject({
    status: 422,
    body: { errors: { referentId: [expect.any(String)] } },
  })
})

test('an intent of nothing is refused', async () => {
  const { account } = await createCandidate()
  expect((await send(account.id, { intent: 'own', referentId })).status).toBe(422)
})
