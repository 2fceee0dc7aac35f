import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { readReference } from '#app/db/reference.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import { loader as offersLoader } from '#app/routes/mes-offres.tsx'
import { loader as offerLoader } from '#app/routes/offres.$offerId._index.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { COMMUNES, createCommunes } from '#tests/factories/commune.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createReferences, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const KITCHEN = OCCUPATIONS.kitchenHelp.romeCode
const { latitude, longitude } = COMMUNES.laon
/** About 13 km north of Laon. */
const NORTH = { latitude: latitude + 0.12, longitude }

beforeAll(async () => {
  await createCommunes()
  await createReferences()
})

let count = 900

type Setup = Parameters<typeof createCandidate>[0]

/** Somebody in a territory of her own, so that the offers around are those of the test. */
async function signedIn({ account, profile }: NonNullable<Setup> = {}) {
  const territory = await createTerritory({ departementCode: String(++count) })
  const candidate = await createCandidate({
    account: { territoryId: territory.id, ...account },
    profile: { licences: [], travel: { means: 'car', maxKm: 10, maxMinutes: null }, ...profile },
  })
  const offer = (change: Partial<Offer> = {}) =>
    createOffer({
      territoryId: territory.id,
      occupationCode: KITCHEN,
      startsOn: null,
      slots: [],
      expiresAt: new Date(Date.now() + 30 * 86_400_000),
      ...change,
    })
  return { ...candidate, offer, cookie: await signIn(candidate.account.id) }
}

const readOffers = (cookie: string) => offersLoader(routeArgs(requestTo('/mes-offres', { cookie })))
const readOffer = async (id: string, cookie?: string) => {
  const request = requestTo(`/offres/${id}`, cookie ? { cookie } : {})
  const { body } = await answerOf(() => offerLoader(routeArgs(request, { offerId: id })))
  return (body as { offer: { ownMatch: { missing: string[]; change: unknown } | null } }).offer
}

describe('almost for you', () => {
  test('offers that one change would open, best first, with that change; no other', async () => {
    const { offer, cookie, profile } = await signedIn()
    const licence = await offer({ licences: ['B'] })
    const far = await offer(NORTH)
    const neighbour = await offer({ licences: ['B'], occupationCode: OCCUPATIONS.dishwasher.romeCode })
    await offer()
    await offer({ licences: ['B'], ...NORTH })
    await offer({ licences: ['B'], occupationCode: OCCUPATIONS.grapePicker.romeCode })
    await offer({ licences: ['B'], latitude: null, longitude: null })
    await offer({ licences: ['B'], endsOn: '2020-05-01' })
    await offer({ licences: ['B'], state: 'suspended' })
    const declined = await offer({ licences: ['B'] })
    await createMatch({ offerId: declined.id, profileId: profile.id, state: 'declined' })
    const applied = await offer({ licences: ['B'] })
    await createApplication({ offerId: applied.id, profileId: profile.id })
    await createOffer({ occupationCode: KITCHEN, licences: ['B'] })
    const { near } = await readOffers(cookie)
    expect(near.map(({ card, gate, change }) => [card.offerId, gate, change])).toEqual([
      [licence.id, 'licence', 'avec le permis B'],
      [far.id, 'distance', 'si vous pouvez aller jusqu’à 14 km'],
      [neighbour.id, 'licence', 'avec le permis B'],
    ])
    expect(near[1]?.card).toMatchObject({ communeName: 'Laon', travel: { means: 'car' } })
  })

  test('three at most, certificates by their name, and read by somebody who stopped our messages', async () => {
    const { offer, cookie } = await signedIn({ account: { channel: 'none' } })
    const certificate = await db().licence.findFirstOrThrow({ where: { code: { startsWith: 'CACES' } } })
    for (let count = 0; count < 6; count++) await offer({ licences: [certificate.code] })
    const { near, isStopped } = await readOffers(cookie)
    expect([near.length, isStopped]).toEqual([3, true])
    expect(near[0]?.change).toBe(`avec le certificat « ${certificate.label} »`)
  })

  test('reads with eight statements beside those of the session, however many offers', async () => {
    const { offer, cookie, profile } = await signedIn()
    for (const state of ['proposed', 'notified', 'declined', 'interested'] as const)
      for (let count = 0; count < 3; count++)
        await createMatch({ offerId: (await offer()).id, profileId: profile.id, state })
    for (let count = 0; count < 5; count++) await offer({ licences: ['B'] })
    await readReference()
    const sent: string[] = []
    const { query } = pg.Client.prototype
    const send: (this: pg.Client, ...args: unknown[]) => unknown = query
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      sent.push(JSON.stringify(args[0]))
      return send.apply(this, args)
    } as typeof query
    try {
      const page = await readOffers(cookie)
      expect([page.proposed.length, page.alike.length, page.declined.length]).toEqual([6, 3, 3])
      expect(page.near).toHaveLength(3)
    } finally {
      pg.Client.prototype.query = query
    }
    const ofSession = 4
    expect(sent.length - ofSession).toBeLessThanOrEqual(8)
  })
})

test('a proposal shows what it lacks without closing anything', async () => {
  const { offer, cookie, profile } = await signedIn()
  const { id } = await offer({ skills: ['eplucher-couper', 'dresser-assiettes'] })
  await createMatch({ offerId: id, profileId: profile.id })
  const { alike } = await readOffers(cookie)
  expect(alike[0]?.missing).toEqual(['à apprendre : dresser les assiettes'])
  const total = alike[0]?.reasons.reduce((sum, { points }) => sum + points, 0)
  expect(total).toBeCloseTo(78, 5)
})

test('an offer answered from its own page is no suggestion any more, until the answer is taken back', async () => {
  const { offer, cookie, profile } = await signedIn()
  const { id: offerId } = await offer()
  await createMatch({ offerId, profileId: profile.id })
  const { id } = await createApplication({ offerId, profileId: profile.id })
  expect((await readOffers(cookie)).alike).toEqual([])
  await db().application.update({ where: { id }, data: { state: 'withdrawn' } })
  expect((await readOffers(cookie)).alike).toHaveLength(1)
})

test('a limit in minutes is told in minutes, on the lists and on the page of an offer', async () => {
  const { offer, cookie, profile } = await signedIn({
    profile: { travel: { means: 'car', maxKm: null, maxMinutes: 15 } },
  })
  const { id } = await offer(NORTH)
  const missing = ['le lieu est à 22 minutes environ en voiture, votre limite est à 15 minutes']
  const words = 'si vous pouvez aller jusqu’à 22 minutes en voiture'
  expect((await readOffer(id, cookie)).ownMatch).toMatchObject({ missing, change: { words } })
  expect((await readOffers(cookie)).near.map(({ change }) => change)).toEqual([words])
  await createMatch({ offerId: id, profileId: profile.id })
  expect((await readOffers(cookie)).alike[0]?.missing).toEqual(missing)
})

describe('the page of an offer, read by a candidate', () => {
  test('says why, what is missing and what would open it, as the profile stands now', async () => {
    const { offer, cookie, profile } = await signedIn()
    const { id } = await offer({ licences: ['B'], skills: ['dresser-assiettes'] })
    expect((await readOffer(id, cookie)).ownMatch).toMatchObject({
      reasons: [
        { label: 'Métier', sentence: 'C’est le métier demandé.', points: 40, maxPoints: 40 },
        {},
        {},
        {},
        {},
      ],
      missing: ['il manque le permis B', 'à apprendre : dresser les assiettes'],
      change: { gate: 'licence', words: 'avec le permis B' },
      mayApply: true,
    })
    await db().profile.update({ where: { id: profile.id }, data: { licences: ['B'] } })
    expect((await readOffer(id, cookie)).ownMatch).toMatchObject({
      missing: ['à apprendre : dresser les assiettes'],
      change: null,
    })
  })

  test('an offer without place, or over, says so, and never fails', async () => {
    const { offer, cookie } = await signedIn()
    const nowhere = await offer({ latitude: null, longitude: null })
    const over = await offer({ endsOn: '2020-05-01' })
    expect((await readOffer(nowhere.id, cookie)).ownMatch).toMatchObject({
      missing: ['le lieu de l’offre n’est pas connu'],
      change: null,
    })
    expect((await readOffer(over.id, cookie)).ownMatch).toMatchObject({
      missing: ['l’offre est finie depuis le 1er mai 2020'],
      change: null,
      mayApply: false,
    })
  })

  test('says nothing of the sort to anybody else, nor of a closed offer', async () => {
    const { offer, cookie } = await signedIn()
    const open = await offer()
    const closed = await offer({ state: 'filled' })
    const recruiter = await createRecruiter()
    expect((await readOffer(open.id)).ownMatch).toBeNull()
    expect((await readOffer(open.id, await signIn(recruiter.account.id))).ownMatch).toBeNull()
    expect((await readOffer(closed.id, cookie)).ownMatch).toBeNull()
    expect((await readOffer(open.id, cookie)).ownMatch).not.toBeNull()
  })
})
