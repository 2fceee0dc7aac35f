import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { PROFILE_QUESTION_WORDS } from '#app/domain/profile.questions.labels.ts'
import { PROFILE_QUESTIONS } from '#app/domain/profile.questions.ts'
import { loader as offersLoader } from '#app/routes/mes-offres.tsx'
import { loader as summaryLoader } from '#app/routes/mon-profil._index.tsx'
import { action, loader } from '#app/routes/mon-profil.$question.tsx'
import { action as messagesAction } from '#app/routes/mon-profil.messages.tsx'
import { action as wantedAction, loader as wantedLoader } from '#app/routes/mon-profil.metiers._index.tsx'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

type Form = Record<string, string | string[]>

async function signedIn(profile: Parameters<typeof createCandidate>[0] = {}) {
  await createCommunes()
  await createReferences()
  const candidate = await createCandidate(profile)
  const cookie = await signIn(candidate.account.id)
  const args = (question: string, form?: Form) =>
    routeArgs(requestTo(`/mon-profil/${question}`, { cookie, form }), { question })
  return {
    ...candidate,
    cookie,
    ask: (question: string) => loader(args(question)),
    say: (question: string, form: Form) => answerOf(() => action(args(question, form))),
    read: () => db().profile.findUniqueOrThrow({ where: { id: candidate.profile.id } }),
    hindrances: async () => {
      const get = (path: string) => routeArgs(requestTo(path, { cookie }))
      const [own, offers] = [await summaryLoader(get('/mon-profil')), await offersLoader(get('/mes-offres'))]
      expect(own.hindrances).toEqual(offers.hindrances)
      return own.hindrances
    },
  }
}

const OWN_SCREENS = PROFILE_QUESTIONS.filter((question) => question !== 'projects')

describe('a question of the profile', () => {
  test.each(OWN_SCREENS)('%s: what its form shows, sent back, changes nothing it asks', async (question) => {
    const { path } = PROFILE_QUESTION_WORDS[question]
    const { ask, say, read } = await signedIn()
    const before = await read()
    const { values, version } = await ask(path)
    const answer = await say(path, { ...values, version })
    expect(answer.headers.get('Location')).toMatch(/^\/mon-profil.*\?garde$/)
    expect({ ...(await read()), version: 1, answered: [], updatedAt: null }).toEqual({
      ...before,
      updatedAt: null,
    })
  })

  test('says what is wrong without losing a word, then is kept', async () => {
    const { say, read } = await signedIn()
    const bad = { version: '1', travelMeans: 'car', travelMaxKm: 'beaucoup' }
    expect(await say('trajet', bad)).toMatchObject({
      status: 422,
      body: { values: bad, errors: { travelMaxKm: ['Écrivez un nombre, en chiffres.'] } },
    })
    expect(await say('commune', { version: '1', commune: 'Atlantide' })).toMatchObject({
      status: 422,
      body: { values: { commune: 'Atlantide' } },
    })
    expect((await say('commune', { version: '1', commune: 'Hirson' })).status).toBe(302)
    expect((await read()).communeCode).toBe(COMMUNES.hirson.inseeCode)
  })

  test.each(['-1', '301', 'NaN', 'Infinity', '1e999'])('"%s" km is refused', async (travelMaxKm) => {
    const { say } = await signedIn()
    expect(await say('trajet', { version: '1', travelMeans: 'car', travelMaxKm })).toMatchObject({
      status: 422,
      body: { errors: { travelMaxKm: [expect.any(String)] } },
    })
  })

  test('"I do not know" is an answer where it may be one, and leads to the next question', async () => {
    const { say, read, ask } = await signedIn()
    const unknown = async (question: string) =>
      say(question, { version: (await ask(question)).version, intent: 'unknown' })
    expect((await ask('jours')).isMissing).toBe(true)
    expect((await unknown('jours')).headers.get('Location')).toBe('/mon-profil/debut?garde')
    expect((await unknown('debut')).headers.get('Location')).toBe('/mon-profil/contrats?garde')
    expect((await unknown('contrats')).headers.get('Location')).toBe('/mon-profil?garde')
    expect(await read()).toMatchObject({ answered: ['slots', 'start', 'contracts'], slots: [] })
    expect((await unknown('commune')).status).toBe(422)
  })

  test('an old page is told 409, and can then be sent again', async () => {
    const { say } = await signedIn()
    const form = { version: '1', visibility: 'hidden' }
    expect((await say('visibilite', form)).status).toBe(302)
    expect(await say('visibilite', form)).toMatchObject({
      status: 409,
      body: { values: { visibility: 'hidden', version: '' } },
    })
  })

  test('without a version it did not come from our pages; an unknown question is not there', async () => {
    const { say } = await signedIn()
    expect((await say('visibilite', { visibility: 'hidden' })).status).toBe(422)
    for (const question of ['metiers', 'rien']) expect((await say(question, {})).status).toBe(404)
  })

  test('languages that no list names are kept as they were written', async () => {
    const { say, ask, read } = await signedIn()
    await say('langues', { version: '1', languages: ['français', 'arabe'], otherLanguages: 'Éwé' })
    expect((await read()).languages).toEqual(['français', 'arabe', 'éwé'])
    expect((await ask('langues')).values).toEqual({ languages: ['français', 'arabe'], otherLanguages: 'éwé' })
  })
})

describe('what keeps offers away is said', () => {
  test('a limit of 0 km', async () => {
    const { say, hindrances } = await signedIn()
    expect(await hindrances()).toEqual([])
    await say('trajet', { version: '1', travelMeans: 'car', travelMaxKm: '0,0' })
    expect(await hindrances()).toEqual([expect.stringMatching(/limite de 0 km.* votre commune/)])
  })

  test('no occupation, unless any will do', async () => {
    const { cookie, hindrances } = await signedIn()
    const send = async (form: Form) => {
      const request = requestTo('/mon-profil/metiers', { cookie, form })
      return (await answerOf(() => wantedAction(routeArgs(request)))).status
    }
    expect(await send({ intent: 'remove', occupation: 'G1602' })).toBe(302)
    expect(await hindrances()).toEqual([expect.stringMatching(/^Sans métier choisi/)])
    const { version } = await wantedLoader(routeArgs(requestTo('/mon-profil/metiers', { cookie })))
    expect(await send({ version, isOpenToAnyOccupation: 'on' })).toBe(302)
    expect(await hindrances()).toEqual([])
  })
})

test('the choice of contact is a screen of its own', async () => {
  const { cookie, account } = await signedIn()
  const send = (channel: string, monthlySolicitations: string) =>
    answerOf(() =>
      messagesAction(
        routeArgs(requestTo('/mon-profil/messages', { cookie, form: { channel, monthlySolicitations } })),
      ),
    )
  expect((await send('pigeon', '2')).status).toBe(422)
  expect((await send('sms', '99')).status).toBe(422)
  expect((await send('none', '0')).status).toBe(302)
  expect((await db().account.findUniqueOrThrow({ where: { id: account.id } })).channel).toBe('none')
})
