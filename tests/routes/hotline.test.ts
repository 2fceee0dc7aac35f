import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { action as searchAction, loader as searchLoader } from '#app/routes/accueil._index.tsx'
import { loader as decisionsLoader } from '#app/routes/accueil.decisions.tsx'
import { action as registerAction, loader as registerLoader } from '#app/routes/accueil.inscrire.tsx'
import {
  action as personAction,
  loader as personLoader,
} from '#app/routes/accueil.personnes.$accountId._index.tsx'
import { loader as cardLoader } from '#app/routes/accueil.personnes.$accountId.carte.tsx'
import { loader as decisionLoader } from '#app/routes/accueil.personnes.$accountId.decision.tsx'
import { loader as doubleLoader } from '#app/routes/accueil.personnes.$accountId.doublon.tsx'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createProfessional } from '#tests/factories/professional.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { type Answer, answerOf, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

const ROLES = [
  'hotline',
  'relation_officer',
  'referent',
  'facilitator',
  'administrator',
  'candidate',
  'recruiter',
] as const
const cookies: Record<string, string> = {}
let personId = ''
let profileId = ''
let hotlineId = ''

beforeAll(async () => {
  await createCommunes()
  await createReferences()
  for (const role of ['hotline', 'relation_officer', 'referent', 'facilitator', 'administrator'] as const) {
    const { account } = await createProfessional(role)
    if (role === 'hotline') hotlineId = account.id
    cookies[role] = await signIn(account.id)
  }
  cookies.candidate = await signIn(
    (await createCandidate({ account: { firstName: 'Aude', lastName: 'Zeller' } })).account.id,
  )
  const { account, organisationId } = await createRecruiter()
  cookies.recruiter = await signIn(account.id, organisationId)
  const made = await createCandidate({
    account: { firstName: 'Nadia', lastName: 'Benali', phone: '+33639986001' },
  })
  personId = made.account.id
  profileId = made.profile.id
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
const page = (more = '') => `/accueil/personnes/${personId}${more}`

describe('who enters', () => {
  const doors: [string, Handler, () => string, readonly string[]][] = [
    ['search', searchLoader, () => '/accueil', ['hotline']],
    ['register', registerLoader, () => '/accueil/inscrire', ['hotline', 'relation_officer', 'referent']],
    ['person', personLoader, () => page(), ['hotline']],
    ['card', cardLoader, () => page('/carte'), ['hotline']],
    ['duplicate', doubleLoader, () => page('/doublon'), ['hotline']],
    ['decision', decisionLoader, () => page('/decision'), ['hotline', 'relation_officer', 'administrator']],
    ['decisions', decisionsLoader, () => '/accueil/decisions', ['relation_officer', 'administrator']],
  ]
  test.each(doors)(
    '%s: its roles, 404 for the others, sign-in for nobody',
    async (_, loader, path, roles) => {
      const params = { accountId: personId }
      for (const role of ROLES) {
        const { status } = await call(loader, path(), { as: role, params })
        expect([role, status]).toEqual([role, roles.includes(role) ? 200 : 404])
      }
      const nobody = await call(loader, path(), { as: 'nobody', params })
      expect([nobody.status, nobody.headers.get('Location')?.split('?')[0]]).toEqual([302, '/connexion'])
    },
  )

  test('a decision leads back to where its reader came from', async () => {
    const params = { accountId: personId }
    const backOf = async (as: string) =>
      (await call(decisionLoader, page('/decision'), { as, params })).body as { back: { href: string } }
    expect((await backOf('hotline')).back.href).toBe(page())
    for (const role of ['relation_officer', 'administrator'])
      expect((await backOf(role)).back.href).toBe('/accueil/decisions')
  })

  test('somebody of another territory, a professional, nobody: 404 for the hotline too', async () => {
    const elsewhere = await createTerritory({ departementCode: '01', name: 'Ain' })
    const foreign = await createAccount({ territoryId: elsewhere.id })
    for (const accountId of [foreign.id, hotlineId, unknownId(), 'x'])
      for (const loader of [personLoader, cardLoader, doubleLoader, decisionLoader])
        expect((await call(loader, '/accueil', { params: { accountId } })).status).toBe(404)
    const { status } = await call(personAction, '/accueil', {
      params: { accountId: foreign.id },
      form: { intent: 'stop' },
    })
    expect(status).toBe(404)
  })
})

describe('looking for somebody', () => {
  test('what was typed stays out of the address; who is shown is logged', async () => {
    const before = await db().accessLog.count({ where: { profileId } })
    const { status, body } = await call(searchAction, '/accueil', { form: { text: 'Ben Ali' } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ people: [{ accountId: personId, lastName: 'Benali' }] })
    expect(
      await db().accessLog.findMany({ where: { profileId }, orderBy: { sequence: 'desc' }, take: 1 }),
    ).toMatchObject([{ accountId: hotlineId, role: 'hotline', purpose: 'list' }])
    await call(personLoader, page(), { params: { accountId: personId } })
    expect(await db().accessLog.count({ where: { profileId } })).toBe(before + 2)
  })

  test('that a situation was told for reserved offers is not shown to who helps the person', async () => {
    const given = { accountId: personId, how: 'online', givenAt: new Date() }
    for (const purpose of ['registration', 'situation'])
      await db().consent.create({ data: { id: randomUUID(), purpose, ...given } })
    const { body } = await call(personLoader, page(), { params: { accountId: personId } })
    expect((body as { consents: object[] }).consents).toMatchObject([{ purpose: 'registration' }])
    expect(JSON.stringify(body)).not.toContain('situation')
  })

  test('nothing typed is said beside the field; nobody found is an empty list', async () => {
    expect(await call(searchAction, '/accueil', { form: { text: ' ' } })).toMatchObject({
      status: 422,
      body: { errors: { text: [expect.any(String)] } },
    })
    expect((await call(searchAction, '/accueil', { form: { text: 'Xyzzyq' } })).body).toMatchObject({
      people: [],
    })
  })

  test('the page says how to reach somebody and nothing of what she or he does here', async () => {
    const { body } = await call(personLoader, page(), { params: { accountId: personId } })
    expect(Object.keys(body as object).sort()).toEqual(
      [
        'accountId',
        'profileId',
        'name',
        'phone',
        'email',
        'communeName',
        'birthMonth',
        'standing',
        'goodAccount',
        'isWaiting',
        'isLockedOut',
        'consents',
        'rights',
        'changes',
        'can',
      ].sort(),
    )
  })
})

const FORM = {
  firstName: 'Moussa',
  lastName: 'Koné',
  commune: 'Laon 02000',
  travelMeans: 'foot',
  how: 'phone',
  registration: 'on',
}

describe('registering', () => {
  test('leads to the card, which the registrar may print and another one may not', async () => {
    const done = await call(registerAction, '/accueil/inscrire', { as: 'referent', form: FORM })
    const location = done.headers.get('Location') ?? ''
    expect(location).toMatch(/^\/accueil\/personnes\/[0-9a-f-]{36}\/carte$/)
    const accountId = location.split('/')[3] ?? ''
    const seenBy = async (as: string) =>
      (await call(cardLoader, location, { as, params: { accountId } })).status
    expect([await seenBy('referent'), await seenBy('hotline'), await seenBy('relation_officer')]).toEqual([
      200, 200, 404,
    ])
    // Neither phone nor e-mail: nothing to scan.
    expect((await call(cardLoader, location, { params: { accountId } })).body).toMatchObject({
      url: null,
      name: 'Moussa Koné',
    })
  })

  test('somebody alike is shown first, everything typed stays', async () => {
    const form = { ...FORM, firstName: 'Nadya', lastName: 'Ben Ali' }
    const asked = await call(registerAction, '/accueil/inscrire', { form })
    expect(asked).toMatchObject({
      status: 200,
      body: { values: form, lookAlikes: [{ accountId: personId }] },
    })
    const done = await call(registerAction, '/accueil/inscrire', { form: { ...form, seen: [personId] } })
    expect(done.status).toBe(302)
  })

  test('no consent, no account', async () => {
    const count = await db().account.count()
    const refused = await call(registerAction, '/accueil/inscrire', { form: { ...FORM, registration: '' } })
    expect(refused).toMatchObject({ status: 422, body: { errors: { registration: [expect.any(String)] } } })
    expect(await db().account.count()).toBe(count)
  })
})
