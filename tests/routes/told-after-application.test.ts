import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { ApplicationState } from '#app/domain/application.ts'
import { loader as dashboard } from '#app/routes/structure._index.tsx'
import { loader as application } from '#app/routes/structure.candidatures.$applicationId.tsx'
import { loader as ownOffer } from '#app/routes/structure.offres.$offerId._index.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { NOW } from '#tests/factories/now.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, requestTo, routeArgs, signIn } from '#tests/setup/request.ts'
import { argsAs, bodyOf, createCanary, FILE, IDENTITY } from './canary-person.ts'

useTestDatabase()

let profileId: string
let offerId: string
let territoryId: string
beforeAll(async () => {
  ;({ profileId, offerId, territoryId } = await createCanary())
})

async function apply(state: ApplicationState) {
  await db().application.deleteMany()
  return createApplication({ offerId, profileId, state })
}

const ANY_CAN = expect.objectContaining({})

describe('once the person has applied', () => {
  type Shown = { application: Record<string, unknown> }
  const OF_THE_APPLICATION = {
    file: null,
    kind: 'job',
    id: expect.any(String),
    version: 1,
    sentence: null,
    refusalReason: null,
    isReasonShared: false,
    interviewAt: null,
    sentAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    promisedOn: '2026-06-10',
    daysLeft: expect.any(Number),
    communeName: 'Laon',
    distanceKm: expect.any(Number),
    travelMeans: 'car',
    projects: FILE.projects,
    skills: FILE.skills,
    licences: FILE.licences,
    missingLicences: [],
    availableFrom: '2026-07-01',
    offer: expect.objectContaining({ id: expect.any(String) }),
    history: [],
    can: ANY_CAN,
    firstName: 'Ginette',
  }
  const WITH_CONTACT = { name: 'Ginette Zzyzx', contact: FILE.contact }
  const WITHOUT = { name: 'Ginette Z.', contact: null }

  test.each([
    ['sent', WITH_CONTACT],
    ['in_progress', WITH_CONTACT],
    ['interview', WITH_CONTACT],
    ['hired', WITH_CONTACT],
    ['refused', WITHOUT],
    ['withdrawn', WITHOUT],
    ['obsolete', WITHOUT],
    ['unanswered', WITHOUT],
  ] as const)('%s: its organisation receives this and nothing else', async (state, identity) => {
    const { id: applicationId } = await apply(state)
    const body = await bodyOf<Shown>(
      () => application(argsAs('recruiter', `/structure/candidatures/${applicationId}`, { applicationId })),
      identity.contact ? [] : IDENTITY,
    )
    expect(body.application).toEqual({ ...OF_THE_APPLICATION, state, ...identity })
  })

  test('lists hold first name and initial alone', async () => {
    await apply('sent')
    const body = await bodyOf<{ toAnswer: object[] }>(
      () => dashboard(argsAs('recruiter', '/structure')),
      IDENTITY,
    )
    expect(body.toAnswer[0]).toEqual({
      id: expect.any(String),
      name: 'Ginette Z.',
      offerTitle: expect.any(String),
      state: 'sent',
      sentAt: NOW.toISOString(),
      promisedOn: '2026-06-10',
      daysLeft: expect.any(Number),
    })
    const { offer } = await bodyOf<{ offer: { applications: object[] } }>(
      () => ownOffer(argsAs('recruiter', `/structure/offres/${offerId}`, { offerId })),
      IDENTITY,
    )
    expect(offer.applications[0]).toEqual({
      id: expect.any(String),
      name: 'Ginette Z.',
      communeName: 'Laon',
      state: 'sent',
      isOpen: true,
      sentAt: NOW.toISOString(),
      promisedOn: '2026-06-10',
      daysLeft: expect.any(Number),
      interviewAt: null,
    })
  })

  test('another organisation receives nothing', async () => {
    const { id: applicationId } = await apply('sent')
    const other = await createRecruiter({ territoryId })
    const request = requestTo(`/structure/candidatures/${applicationId}`, {
      cookie: await signIn(other.account.id),
    })
    expect((await answerOf(() => application(routeArgs(request, { applicationId })))).status).toBe(404)
  })
})
