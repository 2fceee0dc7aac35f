import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { RIGHT_NAMES, type RightOnBehalf } from '#app/domain/right-on-behalf.ts'
import { loader as personLoader } from '#app/routes/accueil.personnes.$accountId._index.tsx'
import { action, loader } from '#app/routes/accueil.personnes.$accountId.droits.$right.tsx'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { createOfficer } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

let cookie = ''
let agentId = ''
beforeAll(async () => {
  const { account } = await createProfessional('hotline', { firstName: 'Samira', lastName: 'Bouzid' })
  agentId = account.id
  cookie = await signIn(agentId)
})

const path = (accountId: string, right: string) => `/accueil/personnes/${accountId}/droits/${right}`
const see = (accountId: string, right: string) =>
  answerOf(() => loader(routeArgs(requestTo(path(accountId, right), { cookie }), { accountId, right })))
const say = (accountId: string, right: string, form: Record<string, string>) =>
  answerOf(() => action(routeArgs(requestTo(path(accountId, right), { cookie, form }), { accountId, right })))
const rightsOf = async (accountId: string) => {
  const request = requestTo(`/accueil/personnes/${accountId}`, { cookie })
  const { body } = await answerOf(() => personLoader(routeArgs(request, { accountId })))
  return body as { rights: RightOnBehalf[]; consents: Record<string, unknown>[] }
}
const RIGHT = { how: 'phone', verified: 'on' }

async function caller() {
  const made = await createCandidate()
  const choice = { channel: 'sms', monthlySolicitations: 2 } as const
  await changeContactChoice({ actor: made.actor, choice, now: NOW })
  return made
}

describe('what the hotline takes back for somebody', () => {
  test('the page says what will happen, and is logged; opening it changes nothing', async () => {
    const { account, profile } = await caller()
    const before = await countRows()
    for (const right of RIGHT_NAMES)
      expect(await see(account.id, right)).toMatchObject({
        status: 200,
        body: { right, name: 'Nadia Benali', stands: true },
      })
    expect(await countRows()).toEqual(before)
    expect(await db().accessLog.count({ where: { profileId: profile.id, accountId: agentId } })).toBe(3)
  })

  test('nothing is done before the agent says how it was asked, and that the person was known again', async () => {
    const { account } = await caller()
    const before = await countRows()
    for (const right of RIGHT_NAMES)
      for (const [form, fields] of [
        [{}, ['how', 'verified']],
        [{ how: 'phone' }, ['verified']],
        [{ how: 'online', verified: 'on' }, ['how']],
        [{ how: 'counter', verified: 'off' }, ['verified']],
      ] as const) {
        const { status, body } = await say(account.id, right, form)
        expect(status).toBe(422)
        expect(Object.keys((body as { errors: object }).errors)).toEqual(fields)
      }
    expect(await countRows()).toEqual(before)
  })

  test('messages: nobody writes about offers any more, and who wrote it down is kept', async () => {
    const { account } = await caller()
    const answer = await say(account.id, 'messages', RIGHT)
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/accueil/personnes/${account.id}`])
    expect(await db().account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({
      channel: 'sms',
      monthlySolicitations: 0,
    })
    const { rights, consents } = await rightsOf(account.id)
    expect(rights).toEqual(['visibilite', 'effacement'])
    expect(consents).toMatchObject([
      { purpose: 'messages', withdrawnHow: 'phone', withdrawnBy: 'Samira Bouzid' },
    ])
    expect(await see(account.id, 'messages')).toMatchObject({ body: { stands: false } })
    expect((await say(account.id, 'messages', RIGHT)).status).toBe(302)
  })

  test('visibility: no organisation finds the profile any more', async () => {
    const { account, profile } = await caller()
    expect((await say(account.id, 'visibilite', { ...RIGHT, how: 'counter' })).status).toBe(302)
    expect(await db().profile.findUniqueOrThrow({ where: { id: profile.id } })).toMatchObject({
      visibility: 'hidden',
    })
    expect((await rightsOf(account.id)).rights).toEqual(['messages', 'effacement'])
  })

  test('the account: erased at once, with who did it, when and how', async () => {
    const { account } = await caller()
    const answer = await say(account.id, 'effacement', { ...RIGHT, how: 'counter' })
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/accueil?efface'])
    const { firstName, erasedAt } = await db().account.findUniqueOrThrow({ where: { id: account.id } })
    expect([firstName, erasedAt]).toEqual(['', expect.any(Date)])
    expect(await db().accountChange.findMany({ where: { accountId: account.id } })).toMatchObject([
      { action: 'erased', reason: 'counter', byId: agentId, at: erasedAt },
    ])
    expect(await db().departureStatistic.findMany()).toMatchObject([{ reason: 'own_request', count: 1 }])
    for (const right of RIGHT_NAMES) expect((await see(account.id, right)).status).toBe(404)
  })

  test('a colleague, and a right that is none, are not found', async () => {
    const { account: colleague } = await createOfficer()
    const { account } = await caller()
    for (const [accountId, right] of [
      [colleague.id, 'effacement'],
      [colleague.id, 'messages'],
      [account.id, 'tout'],
      [account.id, 'constructor'],
    ] as const) {
      expect((await see(accountId, right)).status).toBe(404)
      expect((await say(accountId, right, RIGHT)).status).toBe(404)
    }
  })
})
