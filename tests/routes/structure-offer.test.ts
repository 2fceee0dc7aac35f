import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { OfferState } from '#app/domain/offer.ts'
import { loader as dashboard } from '#app/routes/structure._index.tsx'
import { action, loader } from '#app/routes/structure.offres.$offerId._index.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createOrganisation } from '#tests/factories/organisation.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let cookie: string
beforeAll(async () => {
  await createReferences()
  recruiter = await createRecruiter()
  cookie = await signIn(recruiter.account.id)
})

const ownOffer = (more: Parameters<typeof createOffer>[0] = {}) =>
  createOffer({ organisationId: recruiter.organisationId, territoryId: recruiter.actor.territoryId, ...more })
const read = (offerId: string, as = cookie) =>
  answerOf(() => loader(routeArgs(requestTo(`/structure/offres/${offerId}`, { cookie: as }), { offerId })))
const send = (offerId: string, form: Record<string, string>, as = cookie) =>
  answerOf(() =>
    action(routeArgs(requestTo(`/structure/offres/${offerId}`, { cookie: as, form }), { offerId })),
  )
const stateOf = async (id: string) => (await db().offer.findUniqueOrThrow({ where: { id } })).state

describe('the page of an offer', () => {
  test('shows the people proposed without name or contact, the hidden and the applied left out, and changes nothing', async () => {
    const offer = await ownOffer({ skills: ['eplucher-couper'] })
    const person = (firstName: string) => ({
      account: { firstName, lastName: 'Zzyzx', email: `${firstName}@example.org` },
    })
    const seen = await createCandidate(person('Ginette'))
    const hidden = await createCandidate({ ...person('Cachée'), profile: { visibility: 'hidden' } })
    const applied = await createCandidate(person('Postulante'))
    const put = await createCandidate(person('Ecartée'))
    for (const { profile } of [seen, hidden, applied])
      await createMatch({ offerId: offer.id, profileId: profile.id })
    await createMatch({ offerId: offer.id, profileId: put.profile.id, state: 'set_aside' })
    await createApplication({ offerId: offer.id, profileId: applied.profile.id })
    const before = await countRows()
    const { status, body } = await read(offer.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      offer: {
        people: [
          {
            communeName: 'Laon',
            distanceKm: 4,
            occupations: ['Commis / Commise de cuisine'],
            skills: ['éplucher et couper'],
            licences: ['Permis B (voiture)'],
            reasons: expect.arrayContaining([expect.objectContaining({ label: 'Métier', points: 40 })]),
          },
        ],
        applications: [{ name: 'Postulante Z.', state: 'sent' }],
      },
    })
    const text = JSON.stringify(body)
    for (const secret of [
      'Ginette',
      'Cachée',
      'Ecartée',
      'Zzyzx',
      '@example.org',
      seen.account.phone,
      seen.profile.id,
    ])
      expect(text).not.toContain(secret)
    expect(await countRows()).toEqual(before)
  })

  test('tells its history and what can be done', async () => {
    const offer = await ownOffer()
    await send(offer.id, { intent: 'suspend', version: '1' })
    const { body } = await read(offer.id)
    expect(body).toMatchObject({
      offer: {
        state: 'suspended',
        history: [{ action: 'suspend', to: 'suspended', authorName: recruiter.account.firstName }],
        can: {
          resume: true,
          fill: true,
          withdraw: true,
          edit: true,
          suspend: false,
          approve: false,
          publish: false,
        },
      },
    })
  })

  test('of another organisation, of nobody, or with a forged id is not found', async () => {
    const other = await createOffer()
    for (const id of [other.id, unknownId(), 'x', '%00', `${other.id}'`]) {
      expect((await read(id)).status).toBe(404)
      for (const intent of ['publish', 'withdraw', 'copy'])
        expect((await send(id, { intent, version: '1', copyId: unknownId() })).status).toBe(404)
    }
    expect(await stateOf(other.id)).toBe('published')
  })
})

describe('a gesture on an offer', () => {
  const GESTURES: [string, OfferState, OfferState][] = [
    ['publish', 'draft', 'published'],
    ['suspend', 'published', 'suspended'],
    ['resume', 'suspended', 'published'],
    ['prolong', 'expired', 'published'],
    ['fill', 'published', 'filled'],
    ['withdraw', 'suspended', 'withdrawn'],
  ]
  test.each(GESTURES)('%s brings %s to %s, clicked once or twice', async (intent, from, to) => {
    const offer = await ownOffer({ state: from, title: `Cariste de nuit ${unknownId()}` })
    const answers = await Promise.all([1, 2].map(() => send(offer.id, { intent, version: '1' })))
    for (const answer of answers) {
      expect(answer.status).toBe(302)
      expect(answer.headers.get('Location')).toBe(`/structure/offres/${offer.id}?fait=${intent}`)
    }
    expect(await stateOf(offer.id)).toBe(to)
    expect(await db().offerChange.count({ where: { offerId: offer.id } })).toBe(1)
  })

  test('on a version gone by says so with 409, and changes nothing', async () => {
    const offer = await ownOffer()
    await send(offer.id, { intent: 'suspend', version: '1' })
    for (const version of ['1', '9', '', 'x']) {
      const { status, body } = await send(offer.id, { intent: 'withdraw', version })
      expect(status).toBe(409)
      expect(body).toMatchObject({ message: expect.stringContaining('entre-temps'), twinId: null })
    }
    expect(await stateOf(offer.id)).toBe('suspended')
  })

  test('that is no longer possible says so with 409', async () => {
    const offer = await ownOffer({ state: 'withdrawn' })
    expect((await send(offer.id, { intent: 'publish', version: '1' })).status).toBe(409)
  })

  test.each(['approve', 'expire', 'toString', '__proto__', ''])('"%s" is not one of them', async (intent) => {
    const offer = await ownOffer()
    expect((await send(offer.id, { intent, version: '1' })).status).toBe(422)
    expect(await stateOf(offer.id)).toBe('published')
  })

  test('publishing a twin asks first, and publishes once confirmed', async () => {
    const title = 'Pépiniériste chez Martin'
    const first = await ownOffer({ title })
    const draft = await ownOffer({ title: title.toUpperCase(), state: 'draft' })
    const asked = await send(draft.id, { intent: 'publish', version: '1' })
    expect(asked).toMatchObject({ status: 409, body: { twinId: first.id } })
    expect((await send(draft.id, { intent: 'publish', version: '1', isConfirmed: 'on' })).status).toBe(302)
    expect(await stateOf(draft.id)).toBe('published')
  })

  test('copying makes one draft, and leads to it, ready to publish', async () => {
    const offer = await ownOffer()
    const copyId = unknownId()
    for (const _ of [1, 2]) {
      const answer = await send(offer.id, { intent: 'copy', version: '1', copyId })
      expect(answer.headers.get('Location')).toBe(`/structure/offres/${copyId}?fait=copy`)
    }
    expect(await stateOf(copyId)).toBe('draft')
    expect((await send(offer.id, { intent: 'copy', version: '1', copyId: 'x' })).status).toBe(404)
  })
})

describe('the organisation’s own page', () => {
  test('counts who waits, the latest promise first, and shows nobody else’s offers', async () => {
    const organisation = await createOrganisation({ name: 'Ferme de Bruyères' })
    const { account } = await createRecruiter({ organisationId: organisation.id })
    const offer = await createOffer({ organisationId: organisation.id })
    await createOffer({ organisationId: organisation.id, state: 'draft', title: 'Brouillon à finir' })
    const late = await createApplication({ offerId: offer.id, promisedOn: '2020-01-02' })
    const fresh = await createApplication({ offerId: offer.id, promisedOn: '2099-01-02', state: 'seen' })
    await createApplication({ offerId: offer.id, state: 'refused' })
    const before = await countRows()
    const as = await signIn(account.id)
    // The session is one more row.
    before.session = (before.session ?? 0) + 1
    const { body } = await answerOf(() => dashboard(routeArgs(requestTo('/structure', { cookie: as }))))
    expect(body).toMatchObject({
      organisation: { name: 'Ferme de Bruyères', state: 'verified' },
      waitingCount: 2,
      toAnswer: [{ id: late.id }, { id: fresh.id, state: 'seen' }],
      offers: expect.arrayContaining([
        expect.objectContaining({ id: offer.id, applicationCount: 3, waitingCount: 2 }),
        expect.objectContaining({ title: 'Brouillon à finir', state: 'draft', waitingCount: 0 }),
      ]),
    })
    expect((body as { offers: unknown[] }).offers).toHaveLength(2)
    expect((body as { toAnswer: { daysLeft: number }[] }).toAnswer[0]?.daysLeft).toBeLessThan(0)
    expect(await countRows()).toEqual(before)
  })
})
