import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { MOST_MARKS } from '#app/domain/offer-mark.ts'
import { loader as ownListLoader } from '#app/routes/mes-offres.tsx'
import { loader as markedLoader } from '#app/routes/mes-offres-gardees.tsx'
import { loader as searchLoader } from '#app/routes/offres._index.tsx'
import { loader as offerLoader } from '#app/routes/offres.$offerId._index.tsx'
import { action, loader } from '#app/routes/offres.$offerId.garder.tsx'
import { loader as pointsLoader } from '#app/routes/offres[.]geojson.ts'
import { newId } from '#app/system/id.server.ts'
import { reindexOffers } from '#search/reindex.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { changedTables, digestRows } from '#tests/matrix/digest.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const open = (title: string) => createOffer({ title, expiresAt: new Date(Date.now() + 30 * 86_400_000) })
async function signedIn() {
  const candidate = await createCandidate()
  return { ...candidate, cookie: await signIn(candidate.account.id) }
}
const path = (offerId: string) => `/offres/${offerId}/garder`
const mark = (offerId: string, cookie: string, form: Record<string, string>) =>
  answerOf(() => action(routeArgs(requestTo(path(offerId), { cookie, form }), { offerId })))

type Listed = { offerId: string; mark: string | null }[]
const searched = async (cookie?: string) =>
  (await answerOf(() => searchLoader(routeArgs(requestTo('/offres', { cookie }))))).body as {
    offers: Listed
    setAside: number
    total: number
    canMark: boolean
  }
const idsOf = (offers: { offerId: string }[]) => offers.map(({ offerId }) => offerId).sort()
const pointsOf = async (cookie?: string) => {
  const answer = await answerOf(() => pointsLoader(routeArgs(requestTo('/offres.geojson', { cookie }))))
  const { features } = answer.body as { features: { properties: { offerId: string } }[] }
  return { ids: idsOf(features.map(({ properties }) => properties)), headers: answer.headers }
}

test('nobody is sent to sign in, and comes back to the gesture and then to the list', async () => {
  const { id } = await open('Plonge')
  const asked = `${path(id)}?retour=%2Foffres%3Fq%3Dplonge`
  const answer = await answerOf(() => loader(routeArgs(requestTo(asked), { offerId: id })))
  expect(answer.headers.get('Location')).toBe(`/connexion?suite=${encodeURIComponent(asked)}`)
  const { cookie } = await signedIn()
  const page = await answerOf(() => loader(routeArgs(requestTo(asked, { cookie }), { offerId: id })))
  expect(page.body).toMatchObject({ mark: null, back: '/offres?q=plonge' })
  const kept = await mark(id, cookie, { intent: 'keep', retour: '/offres?q=plonge' })
  expect(kept.headers.get('Location')).toBe(`/offres?q=plonge&marque=gardee&offre=${id}#fait`)
})

test('kept, kept again, and no more: the person’s own list says so, and the offer’s page', async () => {
  const { cookie } = await signedIn()
  const { id } = await open('Plonge')
  const closed = await open('Service')
  for (const offerId of [id, id, closed.id]) await mark(offerId, cookie, { intent: 'keep' })
  await db().offer.update({ where: { id: closed.id }, data: { state: 'filled' } })
  const own = () => markedLoader(routeArgs(requestTo('/mes-offres-gardees', { cookie })))
  expect(await own()).toMatchObject({
    kept: [{ offerId: id }],
    closed: [{ offerId: closed.id, title: 'Service' }],
  })
  const page = await answerOf(() =>
    offerLoader(routeArgs(requestTo(`/offres/${id}`, { cookie }), { offerId: id })),
  )
  expect(page.body).toMatchObject({ offer: { mark: 'kept', canMark: true } })
  await mark(id, cookie, { intent: 'clear' })
  expect((await own()).kept).toEqual([])
})

test('what is not for somebody leaves her or his lists, search and map, and nobody else’s; it comes back', async () => {
  const { cookie, profile } = await signedIn()
  const other = await signedIn()
  const offers = await Promise.all(['Plonge', 'Service', 'Cuisine'].map(open))
  const [near, alike, proposed] = offers as [(typeof offers)[0], (typeof offers)[0], (typeof offers)[0]]
  await createMatch({ profileId: profile.id, offerId: alike.id, state: 'proposed' })
  await createMatch({ profileId: profile.id, offerId: proposed.id, state: 'notified' })
  await reindexOffers()
  const all = idsOf((await searched()).offers)
  for (const { id } of offers) expect(all).toContain(id)
  for (const { id } of offers) await mark(id, cookie, { intent: 'set_aside', retour: '/offres' })
  const own = await searched(cookie)
  expect(own).toMatchObject({ setAside: 3, total: all.length, canMark: true })
  const ids = offers.map(({ id }) => id)
  expect(idsOf(own.offers)).toEqual(all.filter((id) => !ids.includes(id)))
  const points = await pointsOf(cookie)
  expect(points.ids.filter((id) => ids.includes(id))).toEqual([])
  expect(points.headers.get('Cache-Control')).toBe('private, no-store')
  const lists = await ownListLoader(routeArgs(requestTo('/mes-offres', { cookie })))
  expect(JSON.stringify([lists.proposed, lists.alike, lists.first, lists.near])).not.toMatch(
    new RegExp(ids.join('|')),
  )
  for (const somebody of [undefined, other.cookie]) {
    expect(idsOf((await searched(somebody)).offers)).toEqual(all)
    expect((await pointsOf(somebody)).ids).toEqual(expect.arrayContaining(ids))
  }
  await mark(near.id, cookie, { intent: 'clear', retour: '/offres' })
  expect(idsOf((await searched(cookie)).offers)).toContain(near.id)
})

test('a gesture writes its own row and nothing else: no fact, no score, no proposal', async () => {
  const { cookie, profile } = await signedIn()
  const { offerId } = await createMatch({ profileId: profile.id })
  const before = await digestRows()
  for (const intent of ['keep', 'set_aside']) await mark(offerId, cookie, { intent })
  expect(changedTables(before, await digestRows())).toEqual(['offer_mark'])
  await mark(offerId, cookie, { intent: 'clear' })
  expect(changedTables(before, await digestRows())).toEqual([])
})

test('a list that is full says so, and keeps what it has', async () => {
  const { cookie, profile } = await signedIn()
  const { id: first } = await open('Plonge')
  const { details, ...row } = await db().offer.findUniqueOrThrow({ where: { id: first } })
  const ids = Array.from({ length: MOST_MARKS }, () => newId())
  await db().offer.createMany({ data: ids.map((id) => ({ ...row, id, details: details ?? {} })) })
  const kept = { profileId: profile.id, mark: 'kept', markedAt: NOW }
  await db().offerMark.createMany({ data: ids.map((offerId) => ({ ...kept, offerId })) })
  const { id } = await open('Une de trop')
  expect((await mark(id, cookie, { intent: 'keep' })).status).toBe(409)
  expect((await mark(id, cookie, { intent: 'set_aside' })).status).toBe(302)
  expect(await db().offerMark.count({ where: { profileId: profile.id, mark: 'kept' } })).toBe(MOST_MARKS)
})

test('the way back never leaves the site, and an unknown intent changes nothing', async () => {
  const { cookie } = await signedIn()
  const { id } = await open('Plonge')
  for (const retour of ['https://ailleurs.example', '//ailleurs.example', '', '/\\ailleurs']) {
    const answer = await mark(id, cookie, { intent: 'keep', retour })
    expect(answer.headers.get('Location')).toBe(`/mes-offres-gardees?marque=gardee&offre=${id}#fait`)
  }
  expect((await mark(id, cookie, { intent: 'toString' })).status).toBe(422)
})
