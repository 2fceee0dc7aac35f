import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { loader as applicationsLoader } from '#app/routes/mes-candidatures._index.tsx'
import {
  action as applicationAction,
  loader as applicationLoader,
} from '#app/routes/mes-candidatures.$applicationId.tsx'
import { action as offersAction, loader as offersLoader } from '#app/routes/mes-offres.tsx'
import { loader as profileLoader } from '#app/routes/mon-profil._index.tsx'
import { action as applyAction, loader as applyLoader } from '#app/routes/offres.$offerId.postuler.tsx'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createCommunes } from '#tests/factories/commune.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

// Offers of the factories expire by the clock of the machine, as the routes reckon.
const openOffer = () => createOffer({ expiresAt: new Date(Date.now() + 30 * 86_400_000) })

async function signedIn() {
  const candidate = await createCandidate()
  return { ...candidate, cookie: await signIn(candidate.account.id) }
}
const get = (path: string, cookie: string) => requestTo(path, { cookie })
const post = (path: string, cookie: string, form: Record<string, string | string[]> = {}) =>
  requestTo(path, { cookie, form })

describe('applying from the page of an offer', () => {
  const path = (offerId: string) => `/offres/${offerId}/postuler`

  test('nobody is sent to sign in and comes back to this very page', async () => {
    const { id } = await openOffer()
    for (const request of [requestTo(path(id)), requestTo(path(id), { form: {} })]) {
      const handler = request.method === 'GET' ? applyLoader : applyAction
      const answer = await answerOf(() => handler(routeArgs(request, { offerId: id })))
      expect(answer.status).toBe(302)
      expect(answer.headers.get('Location')).toBe(`/connexion?suite=${encodeURIComponent(path(id))}`)
    }
  })

  test('one POST applies; a second one, and the page afterwards, lead to the same application', async () => {
    const { cookie } = await signedIn()
    const { id } = await openOffer()
    const send = () =>
      answerOf(() => applyAction(routeArgs(post(path(id), cookie, { sentence: 'Bonjour' }), { offerId: id })))
    const [first, second] = [await send(), await send()]
    const row = await db().application.findFirstOrThrow({ where: { offerId: id } })
    expect(first.headers.get('Location')).toBe(`/mes-candidatures/${row.id}?envoyee`)
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
    const page = await answerOf(() => applyLoader(routeArgs(get(path(id), cookie), { offerId: id })))
    expect(page.headers.get('Location')).toBe(`/mes-candidatures/${row.id}`)
  })

  test('a sentence too long comes back whole, with what to do', async () => {
    const { cookie } = await signedIn()
    const { id } = await openOffer()
    const sentence = '<b>é</b>'.repeat(100)
    const answer = await answerOf(() =>
      applyAction(routeArgs(post(path(id), cookie, { sentence }), { offerId: id })),
    )
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      values: { sentence },
      errors: { sentence: [expect.stringContaining('500 caractères au plus')] },
    })
  })

  test('an offer closed in between answers 410, one that never was 404', async () => {
    const { cookie } = await signedIn()
    const { id } = await openOffer()
    await db().offer.update({ where: { id }, data: { state: 'filled' } })
    for (const [offerId, status] of [
      [id, 410],
      [unknownId(), 404],
      ['../../etc/passwd', 404],
    ] as const) {
      const params = { offerId }
      expect((await answerOf(() => applyAction(routeArgs(post('/x', cookie), params)))).status).toBe(status)
      expect((await answerOf(() => applyLoader(routeArgs(get('/x', cookie), params)))).status).toBe(status)
    }
    expect(await db().application.count({ where: { offerId: id } })).toBe(0)
  })

  test('a recruiter and an officer do not apply', async () => {
    const { id } = await openOffer()
    for (const { account } of [await createRecruiter(), await createOfficer()]) {
      const cookie = await signIn(account.id)
      const answer = await answerOf(() => applyAction(routeArgs(post(path(id), cookie), { offerId: id })))
      expect(answer.status).toBe(404)
    }
  })
})

describe('the offers for a person', () => {
  test('proposed, alike, declined: each in its place, set aside and closed ones nowhere, no number said', async () => {
    const { cookie, profile } = await signedIn()
    const made: Record<string, string> = {}
    for (const state of ['proposed', 'set_aside', 'approved', 'notified', 'interested', 'declined'] as const)
      made[state] = (await createMatch({ profileId: profile.id, state })).id
    const closed = await createMatch({ profileId: profile.id, state: 'notified' })
    await db().offer.update({ where: { id: closed.offerId }, data: { state: 'expired' } })
    await createMatch({ state: 'notified' })
    const page = await offersLoader(routeArgs(get('/mes-offres', cookie)))
    const ids = (list: { matchId: string }[]) => list.map(({ matchId }) => matchId).sort()
    expect(ids(page.proposed)).toEqual([made.approved, made.notified, made.interested].sort())
    expect(ids(page.alike)).toEqual([made.proposed])
    expect(ids(page.declined)).toEqual([made.declined])
    expect(page.proposed[0]?.reason).not.toMatch(/\d/)
  })

  test('yes, no, and yes after all', async () => {
    const { cookie, profile } = await signedIn()
    const match = await createMatch({ profileId: profile.id, state: 'notified' })
    for (const [intent, state] of [
      ['accept', 'interested'],
      ['decline', 'declined'],
      ['accept', 'interested'],
    ] as const) {
      const form = { intent, matchId: match.id }
      const answer = await answerOf(() => offersAction(routeArgs(post('/mes-offres', cookie, form))))
      expect(answer.status).toBe(302)
      expect((await db().match.findUniqueOrThrow({ where: { id: match.id } })).state).toBe(state)
    }
  })

  test('somebody else’s proposal does not exist', async () => {
    const { cookie } = await signedIn()
    const other = await createMatch({ state: 'notified' })
    for (const matchId of [other.id, unknownId(), 'x', '']) {
      const form = { intent: 'decline', matchId }
      const answer = await answerOf(() => offersAction(routeArgs(post('/mes-offres', cookie, form))))
      expect(answer.status).toBe(404)
    }
    expect((await db().match.findUniqueOrThrow({ where: { id: other.id } })).state).toBe('notified')
  })
})

describe('applications', () => {
  test('each person reads her or his own, a reason only when it is shared', async () => {
    const { cookie, profile } = await signedIn()
    const refused = { profileId: profile.id, state: 'refused', refusalReason: 'distance' } as const
    const shared = await createApplication({ ...refused, isReasonShared: true })
    const kept = await createApplication(refused)
    const other = await createApplication()
    const read = (applicationId: string) =>
      answerOf(() => applicationLoader(routeArgs(get('/x', cookie), { applicationId })))
    expect((await read(shared.id)).body).toMatchObject({
      progress: { refusalReason: 'Le lieu est trop loin' },
    })
    expect((await read(kept.id)).body).toMatchObject({ progress: { refusalReason: null } })
    expect(JSON.stringify((await read(kept.id)).body)).not.toContain('distance')
    expect((await read(other.id)).status).toBe(404)
    const list = await applicationsLoader(routeArgs(get('/mes-candidatures', cookie)))
    expect(list.applications.map(({ id }) => id).sort()).toEqual([shared.id, kept.id].sort())
  })

  test('taking back is a POST and shows at once', async () => {
    const { cookie, profile } = await signedIn()
    const { id } = await createApplication({ profileId: profile.id })
    const params = { applicationId: id }
    const answer = await answerOf(() => applicationAction(routeArgs(post('/x', cookie), params)))
    expect(answer.headers.get('Location')).toBe(`/mes-candidatures/${id}`)
    const page = await applicationLoader(routeArgs(get('/x', cookie), params))
    expect([page.progress.state, page.can.withdraw]).toEqual(['withdrawn', false])
  })
})

test('reading any page of a candidate changes nothing, not even for a suspended account', async () => {
  await createCommunes()
  const { cookie, profile, account } = await signedIn()
  const { id: applicationId } = await createApplication({ profileId: profile.id })
  const { id: offerId } = await openOffer()
  await createMatch({ profileId: profile.id, state: 'notified' })
  const before = await countRows()
  const readAll = async () => {
    const statuses: number[] = []
    const reads: [string, (args: ReturnType<typeof routeArgs>) => unknown, Record<string, string>][] = [
      ['/mes-offres', offersLoader, {}],
      ['/mes-candidatures', applicationsLoader, {}],
      ['/mes-candidatures/x', applicationLoader, { applicationId }],
      ['/mon-profil', profileLoader, {}],
      ['/offres/x/postuler', applyLoader, { offerId }],
    ]
    for (const [path, loader, params] of reads)
      statuses.push((await answerOf(() => loader(routeArgs(get(path, cookie), params)))).status)
    return statuses
  }
  expect(await readAll()).toEqual([200, 200, 200, 200, 200])
  expect(await countRows()).toEqual(before)
  await db().account.update({ where: { id: account.id }, data: { status: 'suspended' } })
  const suspended = await countRows()
  expect(await readAll()).toEqual([302, 302, 302, 302, 302])
  expect(await countRows()).toEqual(suspended)
})
