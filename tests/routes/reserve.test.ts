import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { loader as deskLoader } from '#app/routes/bureau._index.tsx'
import { loader as deskOfferLoader } from '#app/routes/bureau.offres.$offerId.tsx'
import { loader as candidateLoader } from '#app/routes/mes-offres.tsx'
import { loader as ownLoader } from '#app/routes/structure.offres.$offerId._index.tsx'
import { readPersonReference } from '#app/system/person-reference.server.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { createReferences } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let asRecruiter: string
let asOfficer: string
beforeAll(async () => {
  await createReferences()
  recruiter = await createRecruiter()
  asRecruiter = await signIn(recruiter.account.id)
  asOfficer = await signIn((await createOfficer({ territoryId: recruiter.actor.territoryId })).account.id)
})

const ownOffer = () =>
  createOffer({ organisationId: recruiter.organisationId, territoryId: recruiter.actor.territoryId })
const candidate = (visibility: 'visible' | 'hidden' = 'visible', monthlySolicitations = 2) =>
  createCandidate({
    account: { territoryId: recruiter.actor.territoryId, monthlySolicitations },
    profile: { visibility },
  })
type Reserve = { withoutBudget: number; laterBatch: number; isStopped: boolean }

async function desk(offerId: string) {
  const request = requestTo(`/bureau/offres/${offerId}`, { cookie: asOfficer })
  const { body } = await answerOf(() => deskOfferLoader(routeArgs(request, { offerId })))
  return body as { proposals: { id: string }[]; reserve: Reserve }
}
async function own(offerId: string) {
  const request = requestTo(`/structure/offres/${offerId}`, { cookie: asRecruiter })
  const { body } = await answerOf(() => ownLoader(routeArgs(request, { offerId })))
  return (body as { offer: { people: { reference: string }[]; reserve: Reserve } }).offer
}

test('people in reserve are counted and not listed, on the desk and at the organisation', async () => {
  const offer = await ownOffer()
  const { profile: proposed } = await candidate()
  const shown = await createMatch({ offerId: offer.id, profileId: proposed.id })
  for (const [visibility, budget] of [
    ['visible', 0],
    ['visible', 2],
    ['hidden', 2],
  ] as const) {
    const { profile } = await candidate(visibility, budget)
    await createMatch({ offerId: offer.id, profileId: profile.id, isAllocated: false, scoreTenths: 990 })
  }
  const { proposals, reserve } = await desk(offer.id)
  expect(proposals.map(({ id }) => id)).toEqual([shown.id])
  expect(reserve).toEqual({ withoutBudget: 1, laterBatch: 2, isStopped: false })
  const mine = await own(offer.id)
  expect(
    mine.people.map(({ reference }) => readPersonReference(recruiter.organisationId, reference)),
  ).toEqual([proposed.id])
  expect(mine.reserve).toEqual({ withoutBudget: 1, laterBatch: 1, isStopped: false })
})

test('whose places are taken by other offers waits for the month', async () => {
  const { profile } = await candidate()
  for (let at = 0; at < 2; at++) await createMatch({ offerId: (await ownOffer()).id, profileId: profile.id })
  const offer = await ownOffer()
  await createMatch({ offerId: offer.id, profileId: profile.id, isAllocated: false })
  expect((await desk(offer.id)).reserve).toEqual({ withoutBudget: 1, laterBatch: 0, isStopped: false })
})

test('closed gates and people decided on are not in reserve; six interested stop the batches', async () => {
  const offer = await ownOffer()
  const add = async (more: Parameters<typeof createMatch>[0]) =>
    createMatch({ offerId: offer.id, profileId: (await candidate()).profile.id, isAllocated: false, ...more })
  await add({ missing: ['distance'] })
  await add({ state: 'set_aside', reason: 'Part' })
  await add({})
  for (let at = 0; at < 6; at++) await add({ state: 'interested' })
  expect((await desk(offer.id)).reserve).toEqual({ withoutBudget: 0, laterBatch: 1, isStopped: true })
})

test('the desk counts and keeps the offers that propose somebody now', async () => {
  const [now, later] = [await ownOffer(), await ownOffer()]
  const { profile } = await candidate()
  await createMatch({ offerId: now.id, profileId: profile.id })
  await createMatch({ offerId: later.id, profileId: profile.id, isAllocated: false })
  const read = async (see: string) => {
    const request = requestTo(`/bureau?voir=${see}`, { cookie: asOfficer })
    const { body } = await answerOf(() => deskLoader(routeArgs(request)))
    return (body as { published: { id: string; toDecide: number }[] }).published
  }
  const waiting = await read('attente')
  expect(waiting.find(({ id }) => id === now.id)).toMatchObject({ toDecide: 1 })
  expect(waiting.some(({ id }) => id === later.id)).toBe(false)
  expect((await read('toutes')).find(({ id }) => id === later.id)).toMatchObject({ toDecide: 0 })
})

test('the candidate’s own list is free of batches and budgets', async () => {
  const { profile, account } = await candidate('visible', 0)
  const offer = await ownOffer()
  await createMatch({ offerId: offer.id, profileId: profile.id, isAllocated: false })
  expect(await db().allocation.count({ where: { profileId: profile.id } })).toBe(0)
  const request = requestTo('/mes-offres', { cookie: await signIn(account.id) })
  const { body } = await answerOf(() => candidateLoader(routeArgs(request)))
  expect(JSON.stringify(body)).toContain(offer.id)
})
