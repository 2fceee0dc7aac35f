import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { MOST_SEARCHES } from '#app/domain/saved-search.ts'
import { action as linkAction, loader as linkLoader } from '#app/routes/a.$token.tsx'
import { action, loader } from '#app/routes/mes-recherches._index.tsx'
import { action as changeAction } from '#app/routes/mes-recherches.$searchId.tsx'
import { loader as newLoader, action as saveAction } from '#app/routes/mes-recherches.nouvelle.tsx'
import { searchToken } from '#app/system/secrets.server.ts'
import { withdrawConsent } from '#app/use-cases/withdraw-consent.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createSavedSearch, createToldOffer } from '#tests/factories/saved-search.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

async function signedIn(account: Parameters<typeof createCandidate>[0] = {}) {
  await createCommunes()
  const candidate = await createCandidate(account)
  return { ...candidate, cookie: await signIn(candidate.account.id) }
}
const path = (query: string) => `/mes-recherches/nouvelle?${query}`
const save = (query: string, cookie: string, form: Record<string, string>) =>
  answerOf(() => saveAction(routeArgs(requestTo(path(query), { cookie, form }))))
const act = (cookie: string, form: Record<string, string>) =>
  answerOf(() => action(routeArgs(requestTo('/mes-recherches', { cookie, form }))))
const rows = (profileId: string) => db().savedSearch.findMany({ where: { profileId } })

test('a search is kept with its words, commune, radius, kinds and contract; twice is once', async () => {
  const { cookie, profile } = await signedIn()
  const query = 'q=cuisine&genre=emploi&contrat=cdd&lieu=Laon&rayon=30&tri=distance&page=2'
  const page = await answerOf(() => newLoader(routeArgs(requestTo(path(query), { cookie }))))
  expect(page.body).toMatchObject({ words: 'cuisine, emploi, CDD, à 30 km de Laon', isPlaceMissing: false })
  for (let time = 0; time < 2; time++) {
    const saved = await save(query, cookie, { rhythm: 'weekly', channel: 'sms' })
    expect(saved.headers.get('Location')).toBe('/mes-recherches?fait=gardee')
  }
  expect(await rows(profile.id)).toMatchObject([
    { query: 'q=cuisine&genre=emploi&contrat=cdd&commune=02408&rayon=30&tri=date', rhythm: 'weekly' },
  ])
})

test('nobody signs in and comes back to the same search', async () => {
  const answer = await answerOf(() => newLoader(routeArgs(requestTo(path('q=cuisine')))))
  expect(answer.headers.get('Location')).toBe(`/connexion?suite=${encodeURIComponent(path('q=cuisine'))}`)
})

test('no answer, no contact of that kind, no commune, one search too many: said, and nothing is kept', async () => {
  const { cookie, profile } = await signedIn({ account: { email: null } })
  const how = { rhythm: 'daily', channel: 'sms' }
  expect(await save('q=cuisine', cookie, {})).toMatchObject({
    status: 422,
    body: { errors: { rhythm: [expect.any(String)], channel: [expect.any(String)] } },
  })
  expect(await save('q=cuisine', cookie, { ...how, channel: 'email' })).toMatchObject({
    status: 422,
    body: { values: { rhythm: 'daily' }, errors: { channel: ['Nous n’avons pas votre adresse e-mail.'] } },
  })
  const lost = await answerOf(() => newLoader(routeArgs(requestTo(path('lieu=Atlantide'), { cookie }))))
  expect(lost.body).toMatchObject({ isPlaceMissing: true })
  expect(await rows(profile.id)).toEqual([])
  for (let number = 0; number < MOST_SEARCHES; number++)
    await createSavedSearch({ profileId: profile.id, query: `q=${number}` })
  expect((await save('q=cuisine', cookie, how)).status).toBe(409)
  expect(await rows(profile.id)).toHaveLength(MOST_SEARCHES)
})

test('paused, resumed from now on, told otherwise, removed: by its own person alone', async () => {
  const { cookie, profile } = await signedIn()
  const other = await signedIn()
  const { id: searchId } = await createSavedSearch({ profileId: profile.id })
  const read = () => db().savedSearch.findUnique({ where: { id: searchId } })
  for (const intent of ['pause', 'resume', 'remove'])
    expect((await act(other.cookie, { intent, searchId })).status).toBe(404)
  await act(cookie, { intent: 'pause', searchId })
  expect(await read()).toMatchObject({ pauseReason: 'own' })
  const paused = await read()
  await act(cookie, { intent: 'resume', searchId })
  const resumed = await read()
  expect(resumed?.pausedAt).toBeNull()
  expect(resumed?.since.getTime()).toBeGreaterThanOrEqual(paused?.pausedAt?.getTime() ?? Number.NaN)
  const form = { rhythm: 'weekly', channel: 'email' }
  const change = (by: string) =>
    answerOf(() => changeAction(routeArgs(requestTo('/x', { cookie: by, form }), { searchId })))
  expect((await change(other.cookie)).status).toBe(404)
  expect((await change(cookie)).headers.get('Location')).toBe('/mes-recherches?fait=changee')
  expect(await read()).toMatchObject({ rhythm: 'weekly', channel: 'email' })
  await act(cookie, { intent: 'remove', searchId })
  expect(await read()).toBeNull()
  const list = await loader(routeArgs(requestTo('/mes-recherches', { cookie })))
  expect(list.searches).toEqual([])
})

test('the link of a message shows what it told; reading stops nothing, a click stops, without signing in', async () => {
  const { profile } = await signedIn()
  const offer = await createOffer()
  const id = await createToldOffer({ profileId: profile.id, offerId: offer.id, text: 'cuisine' })
  const params = { token: searchToken(id) }
  const read = () => answerOf(() => linkLoader(routeArgs(requestTo('/a/x'), params)))
  const before = await countRows()
  expect((await read()).body).toMatchObject({
    words: 'cuisine',
    isPaused: false,
    offers: [{ offerId: offer.id }],
  })
  expect(await countRows()).toEqual(before)
  expect(await db().savedSearch.findUnique({ where: { id } })).toMatchObject({ pausedAt: null })
  for (let time = 0; time < 2; time++)
    expect(
      (await answerOf(() => linkAction(routeArgs(requestTo('/a/x', { form: {} }), params)))).headers.get(
        'Location',
      ),
    ).toBe(`/a/${params.token}`)
  expect((await read()).body).toMatchObject({ isPaused: true })
  const unknown = { token: 'aaaaaaaaaaaa' }
  expect((await answerOf(() => linkLoader(routeArgs(requestTo('/a/x'), unknown)))).status).toBe(404)
})

test('whoever takes back the consent to messages is told of no search any more, until she or he resumes one', async () => {
  const { account, profile } = await signedIn()
  await createSavedSearch({ profileId: profile.id })
  const other = await createCandidate()
  await createSavedSearch({ profileId: other.profile.id })
  const actor = {
    kind: 'candidate',
    accountId: account.id,
    profileId: profile.id,
    territoryId: account.territoryId,
  } as const
  await withdrawConsent({ actor, accountId: account.id, purpose: 'messages', now: NOW })
  expect(await rows(profile.id)).toMatchObject([{ pausedAt: NOW, pauseReason: 'own' }])
  expect(await rows(other.profile.id)).toMatchObject([{ pausedAt: null }])
})
