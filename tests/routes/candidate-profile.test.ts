import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { loader as offersLoader } from '#app/routes/mes-offres.tsx'
import { action as profileAction, loader as profileLoader } from '#app/routes/mon-profil.tsx'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

async function signedIn() {
  const candidate = await createCandidate()
  return { ...candidate, cookie: await signIn(candidate.account.id) }
}
const get = (path: string, cookie: string) => requestTo(path, { cookie })
const post = (path: string, cookie: string, form: Record<string, string | string[]> = {}) =>
  requestTo(path, { cookie, form })

describe('the profile', () => {
  const form = {
    intent: 'profile',
    version: '1',
    commune: 'Hirson',
    kinds: 'seasonal',
    project1: 'A1405',
    travelMeans: 'car',
    visibility: 'visible',
  }

  test('what its form shows, sent back unchanged, changes nothing but the version', async () => {
    await createCommunes()
    await createReferences()
    const { cookie, profile } = await signedIn()
    const { values } = await profileLoader(routeArgs(get('/mon-profil', cookie)))
    const before = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
    const answer = await answerOf(() =>
      profileAction(routeArgs(post('/mon-profil', cookie, { intent: 'profile', ...values }))),
    )
    expect(answer.headers.get('Location')).toBe('/mon-profil?enregistre')
    const after = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
    expect({ ...after, version: 1, updatedAt: null }).toEqual({ ...before, updatedAt: null })
  })

  test('saves, and says what is wrong without losing a word', async () => {
    await createCommunes()
    await createReferences()
    const { cookie, profile } = await signedIn()
    const bad = { ...form, commune: 'Atlantide', travelMaxKm: 'beaucoup' }
    const refused = await answerOf(() => profileAction(routeArgs(post('/mon-profil', cookie, bad))))
    expect(refused).toMatchObject({
      status: 422,
      body: { values: bad, errors: { travelMaxKm: ['Écrivez un nombre, en chiffres.'] } },
    })
    const saved = await answerOf(() => profileAction(routeArgs(post('/mon-profil', cookie, form))))
    expect(saved.status).toBe(302)
    const row = await db().profile.findUniqueOrThrow({ where: { id: profile.id } })
    expect(row.communeCode).toBe(COMMUNES.hirson.inseeCode)
  })

  const hindered: [string, Record<string, string>, RegExp[]][] = [
    [
      'no occupation',
      { project1: '' },
      [/^Sans métier choisi, nous ne vous proposons que les offres ouvertes à tous/],
    ],
    ['no occupation but open', { project1: '', isOpenToAnyOccupation: 'on' }, []],
    ['a limit of 0 km', { travelMaxKm: '0' }, [/limite de 0 km.* votre commune/]],
    ['both', { project1: '', travelMaxKm: '0,0' }, [/^Sans métier/, /0 km/]],
    ['a first day free that is past', { availableFrom: '2020-01-01' }, []],
  ]
  test.each(hindered)('%s: saved, and what follows is said', async (_, change, sentences) => {
    await createCommunes()
    await createReferences()
    const { cookie } = await signedIn()
    const sent = { ...form, ...change }
    const saved = await answerOf(() => profileAction(routeArgs(post('/mon-profil', cookie, sent))))
    expect(saved.status).toBe(302)
    const expected = sentences.map((sentence) => expect.stringMatching(sentence))
    expect((await profileLoader(routeArgs(get('/mon-profil', cookie)))).hindrances).toEqual(expected)
    expect((await offersLoader(routeArgs(get('/mes-offres', cookie)))).hindrances).toEqual(expected)
  })

  test.each(['-1', '301', 'NaN', 'Infinity', '1e999'])('"%s" km is refused', async (travelMaxKm) => {
    const { cookie } = await signedIn()
    const sent = { ...form, travelMaxKm }
    const refused = await answerOf(() => profileAction(routeArgs(post('/mon-profil', cookie, sent))))
    expect(refused).toMatchObject({ status: 422, body: { errors: { travelMaxKm: [expect.any(String)] } } })
  })

  test('an old page is told 409, and can then be sent again', async () => {
    await createCommunes()
    await createReferences()
    const { cookie } = await signedIn()
    await answerOf(() => profileAction(routeArgs(post('/mon-profil', cookie, form))))
    const stale = await answerOf(() => profileAction(routeArgs(post('/mon-profil', cookie, form))))
    expect(stale).toMatchObject({ status: 409, body: { values: { commune: 'Hirson', version: '' } } })
  })

  test('the choice of contact is another form of the page', async () => {
    const { cookie, account } = await signedIn()
    const send = (channel: string, monthlySolicitations: string) =>
      answerOf(() =>
        profileAction(
          routeArgs(post('/mon-profil', cookie, { intent: 'contact', channel, monthlySolicitations })),
        ),
      )
    expect((await send('pigeon', '2')).status).toBe(422)
    expect((await send('sms', '99')).status).toBe(422)
    expect((await send('none', '0')).status).toBe(302)
    expect((await db().account.findUniqueOrThrow({ where: { id: account.id } })).channel).toBe('none')
  })
})
