import { beforeAll, describe, expect, test } from 'vitest'
import { recordReading } from '#app/db/access-log.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Account } from '#app/domain/account.ts'
import { HOURLY_STOP } from '#app/domain/reading.policy.ts'
import { loader as deskOffer } from '#app/routes/bureau.offres.$offerId.tsx'
import { action as openPerson, loader as personPage } from '#app/routes/personnes.$profileId.tsx'
import { loader as portfolio } from '#app/routes/portefeuille.tsx'
import { loader as ownOffer } from '#app/routes/structure.offres.$offerId._index.tsx'
import { newId } from '#app/system/id.server.ts'
import { createAccount, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { type Answer, answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

const THEFT = 1000
const OFFERS = 20
const PEOPLE_AN_OFFER = THEFT / OFFERS
const START_LIMIT_MS = 120_000

let territoryId: string
let organisationId: string
let recruiter: Account
const profileIds: string[] = []
const offerIds: string[] = []

/** A thousand people, each proposed for one of twenty offers, and known by a name of her or his own. */
beforeAll(async () => {
  const first = await createCandidate({ profile: { visibility: 'visible' } })
  ;({ territoryId } = first.account)
  const owner = await createRecruiter({ territoryId })
  organisationId = owner.organisationId
  recruiter = owner.account
  const account = await db().account.findUniqueOrThrow({ where: { id: first.account.id } })
  const profile = await db().profile.findUniqueOrThrow({ where: { id: first.profile.id } })
  const accounts = Array.from({ length: THEFT }, (_, n) => ({
    ...account,
    id: newId(),
    firstName: `Victime${n}x`,
    phone: `+3363997${String(n).padStart(4, '0')}`,
    email: null,
  }))
  const profiles = accounts.map(({ id }) => ({ ...profile, projects: [], id: newId(), accountId: id }))
  await db().account.createMany({ data: accounts })
  await db().profile.createMany({ data: profiles })
  profileIds.push(...profiles.map(({ id }) => id))
  for (let n = 0; n < OFFERS; n++) offerIds.push((await createOffer({ territoryId, organisationId })).id)
  const [offerId = ''] = offerIds
  const { id } = await createMatch({ offerId, profileId: first.profile.id, isAllocated: false })
  const match = await db().match.findUniqueOrThrow({ where: { id } })
  const pairs = profiles.map(({ id: profileId }, n) => ({
    profileId,
    offerId: offerIds[Math.floor(n / PEOPLE_AN_OFFER)] ?? '',
  }))
  const state = 'approved'
  await db().match.createMany({
    data: pairs.map((pair) => ({ ...match, criteria: match.criteria ?? [], state, ...pair, id: newId() })),
  })
}, START_LIMIT_MS)

type Thief = { account: Account; cookie: string }
const thief = async (role: Account['role']): Promise<Thief> => {
  const account = await createAccount({ role, territoryId })
  return { account, cookie: await signIn(account.id) }
}

const namesIn = (answers: readonly Answer[]) =>
  new Set(answers.flatMap(({ body }) => JSON.stringify(body)?.match(/Victime\d+x/g) ?? []))
const alarmsOf = (accountId: string) =>
  db().outboxEvent.count({
    where: { type: 'reading.alarmed', payload: { path: ['accountId'], equals: accountId } },
  })
const readBy = async (accountId: string) =>
  (await db().accessLog.groupBy({ by: ['profileId'], where: { accountId } })).length

async function expectStopped(answers: readonly Answer[], { account }: Thief) {
  const stolen = namesIn(answers).size
  expect(stolen).toBeGreaterThan(100)
  expect(stolen).toBeLessThanOrEqual(HOURLY_STOP)
  expect(await readBy(account.id)).toBe(stolen)
  expect(answers.at(-1)).toMatchObject({
    status: 429,
    body: { message: expect.stringMatching(/Appelez-nous/) },
  })
  expect(answers.filter(({ status }) => status !== 200).every(({ status }) => status === 429)).toBe(true)
  expect(await alarmsOf(account.id)).toBe(1)
}

const desk = (offerId: string, { cookie }: Thief) =>
  answerOf(() => deskOffer(routeArgs(requestTo(`/bureau/offres/${offerId}`, { cookie }), { offerId })))
const own = (offerId: string, { cookie }: Thief) =>
  answerOf(() => ownOffer(routeArgs(requestTo(`/structure/offres/${offerId}`, { cookie }), { offerId })))
const file = (profileId: string, { cookie }: Thief) =>
  answerOf(() => personPage(routeArgs(requestTo(`/personnes/${profileId}`, { cookie }), { profileId })))
const say = (profileId: string, { cookie }: Thief) => {
  const form = { reason: 'Cette personne vient de m’appeler.' }
  const request = requestTo(`/personnes/${profileId}`, { cookie, form })
  return answerOf(() => openPerson(routeArgs(request, { profileId })))
}
const portfolioPage = (page: number, { cookie }: Thief) =>
  answerOf(() => portfolio(routeArgs(requestTo(`/portefeuille?page=${page}`, { cookie }))))

describe('a theft of 1,000 profiles is stopped before 300', () => {
  test('by an officer, offer after offer', async () => {
    const officer = await thief('relation_officer')
    const answers: Answer[] = []
    for (const offerId of offerIds) answers.push(await desk(offerId, officer))
    await expectStopped(answers, officer)
  })

  test('by an officer, every offer at once', async () => {
    const officer = await thief('relation_officer')
    const answers = await Promise.all(offerIds.map((offerId) => desk(offerId, officer)))
    await expectStopped(
      answers.sort((a, b) => a.status - b.status),
      officer,
    )
  })

  test('by an officer, four offers and then file after file', async () => {
    const officer = await thief('relation_officer')
    const answers: Answer[] = []
    for (const offerId of offerIds.slice(0, 4)) answers.push(await desk(offerId, officer))
    for (const profileId of profileIds.slice(190, HOURLY_STOP + 5))
      answers.push(await file(profileId, officer))
    await expectStopped(answers, officer)
  })

  test('by a referent whose portfolio they are', async () => {
    const referent = await thief('referent')
    const { id: referentId } = referent.account
    await db().portfolio.createMany({
      data: profileIds.map((profileId) => ({ referentId, profileId, since: NOW })),
    })
    const answers: Answer[] = []
    for (let page = 1; page <= 15; page++) answers.push(await portfolioPage(page, referent))
    await expectStopped(answers, referent)
  })

  test('by the hotline, with a reason typed for each', async () => {
    const hotline = await thief('hotline')
    const actor = { kind: 'hotline', accountId: hotline.account.id, territoryId } as const
    const before = profileIds.slice(0, HOURLY_STOP - 10)
    await recordReading(actor, { purpose: 'list', at: new Date(), profileIds: before })
    const answers: Answer[] = []
    for (const profileId of profileIds.slice(HOURLY_STOP, HOURLY_STOP + 15)) {
      const said = await say(profileId, hotline)
      answers.push(said.status === 302 ? await file(profileId, hotline) : said)
    }
    expect(namesIn(answers).size).toBe(10)
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), ...Array(5).fill(429)])
    expect(await readBy(hotline.account.id)).toBe(HOURLY_STOP)
    expect(await alarmsOf(hotline.account.id)).toBe(1)
  })

  test('by a recruiter, offer after offer', async () => {
    const theft = { account: recruiter, cookie: await signIn(recruiter.id) }
    const answers: Answer[] = []
    for (const offerId of offerIds) answers.push(await own(offerId, theft))
    await expectStopped(answers, theft)
  })
})

describe('what is not a theft', () => {
  test('the same people read again count once', async () => {
    const officer = await thief('relation_officer')
    const [offerId = ''] = offerIds
    for (let n = 0; n < 8; n++) expect((await desk(offerId, officer)).status).toBe(200)
    expect(await alarmsOf(officer.account.id)).toBe(0)
  })

  test('a colleague goes on working, and the thief after an hour only as far as a day allows', async () => {
    const [officer, colleague] = [await thief('relation_officer'), await thief('relation_officer')]
    const { id: accountId } = officer.account
    for (const offerId of offerIds.slice(0, 6)) await desk(offerId, officer)
    const [next = ''] = offerIds.slice(10)
    expect((await desk(next, officer)).status).toBe(429)
    expect((await desk(next, colleague)).status).toBe(200)
    const reader = { territoryId, accountId, role: 'relation_officer', purpose: 'list' }
    expect(await db().accessLog.count({ where: reader })).toBe(250)
  })
})
