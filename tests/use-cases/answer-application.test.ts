import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Application, ApplicationState } from '#app/domain/application.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import { hireApplicant } from '#app/use-cases/hire-applicant.server.ts'
import { holdApplication } from '#app/use-cases/hold-application.server.ts'
import { poolApplication } from '#app/use-cases/pool-application.server.ts'
import { refuseApplication } from '#app/use-cases/refuse-application.server.ts'
import { scheduleInterview } from '#app/use-cases/schedule-interview.server.ts'
import { seeApplication } from '#app/use-cases/see-application.server.ts'
import { startApplication } from '#app/use-cases/start-application.server.ts'
import { createOfficer, createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()

const later = new Date(NOW.getTime() + 3_600_000)
const tomorrow = new Date(NOW.getTime() + 86_400_000)

async function received(more: Partial<Application> = {}, kind: OfferKind = 'job') {
  const { actor, organisationId } = await createRecruiter()
  const offer = await createOffer({ kind, organisationId, territoryId: actor.territoryId })
  const application = await createApplication({ offerId: offer.id, ...more })
  return { actor, application, command: { actor, applicationId: application.id, version: 1, now: later } }
}
const rowOf = (id: string) =>
  db().application.findUniqueOrThrow({ where: { id }, include: { changes: true } })
const eventsOf = async (applicationId: string) =>
  (
    await db().outboxEvent.findMany({
      where: { payload: { path: ['applicationId'], equals: applicationId } },
    })
  ).map(({ type }) => type)

type Command = Awaited<ReturnType<typeof received>>['command']
const ANSWERS: [string, (command: Command) => ReturnType<typeof seeApplication>, ApplicationState, string][] =
  [
    ['see', seeApplication, 'seen', 'application.seen'],
    ['start', startApplication, 'in_progress', 'application.in_progress'],
    ['hold', holdApplication, 'on_hold', 'application.on_hold'],
    ['pool', poolApplication, 'pool', 'application.pool'],
    ['hire', hireApplicant, 'hired', 'application.hired'],
    [
      'interview',
      (command) => scheduleInterview({ ...command, interviewAt: tomorrow }),
      'interview',
      'application.interview',
    ],
    [
      'refuse',
      (command) => refuseApplication({ ...command, reason: 'schedule', isReasonShared: true }),
      'refused',
      'application.refused',
    ],
  ]

describe.each(ANSWERS)('%s', (action, answer, to, event) => {
  test('changes the application, writes its history and tells it, once for two clicks', async () => {
    const { actor, application, command } = await received()
    for (const result of await Promise.all([answer(command), answer(command)]))
      expect(result).toMatchObject({ value: { state: to, version: 2 } })
    expect(await answer(command)).toMatchObject({ value: { state: to, version: 2 } })
    const row = await rowOf(application.id)
    expect(row).toMatchObject({ state: to, version: 2, updatedAt: later })
    expect(row.changes).toMatchObject([
      { action, fromState: 'sent', toState: to, accountId: actor.accountId },
    ])
    expect(await eventsOf(application.id)).toEqual([event])
  })

  test('is for the organisation it was sent to, and the version it read', async () => {
    const { application, command } = await received()
    const { actor: stranger } = await createRecruiter()
    const { actor: candidate } = await createCandidate()
    expect(await answer({ ...command, actor: stranger })).toMatchObject({ refusal: { code: 'not_found' } })
    expect(await answer({ ...command, actor: candidate as never })).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect(await answer({ ...command, version: 7 })).toMatchObject({ refusal: { code: 'stale_version' } })
    expect(await rowOf(application.id)).toMatchObject({ state: 'sent', version: 1, changes: [] })
  })

  test('comes too late once the person has withdrawn', async () => {
    const { application, command } = await received({ state: 'withdrawn' })
    expect(await answer(command)).toMatchObject({ refusal: { code: 'transition_impossible' } })
    expect(await eventsOf(application.id)).toEqual([])
  })
})

describe('refusing', () => {
  test('keeps the reason and whether it is told', async () => {
    const { application, command } = await received()
    await refuseApplication({ ...command, reason: 'distance', isReasonShared: false })
    expect(await rowOf(application.id)).toMatchObject({ refusalReason: 'distance', isReasonShared: false })
  })
  test('without a reason of the list is asked again', async () => {
    const { command } = await received()
    for (const reason of [null, '', 'trop vieux'])
      expect(await refuseApplication({ ...command, reason, isReasonShared: true })).toMatchObject({
        refusal: { code: 'reason_required' },
      })
  })
  test('again for another reason is not the same answer', async () => {
    const { command } = await received()
    await refuseApplication({ ...command, reason: 'distance', isReasonShared: false })
    expect(await refuseApplication({ ...command, reason: 'schedule', isReasonShared: false })).toMatchObject({
      refusal: { code: 'stale_version' },
    })
  })
})

describe('an interview', () => {
  test('in the past is refused beside its field', async () => {
    const { command } = await received()
    expect(await scheduleInterview({ ...command, interviewAt: NOW })).toMatchObject({
      refusal: { code: 'invalid_input', fields: { interviewAt: [expect.any(String)] } },
    })
  })
  test('is moved by asking again', async () => {
    const { application, command } = await received()
    await scheduleInterview({ ...command, interviewAt: null })
    await scheduleInterview({ ...command, version: 2, interviewAt: tomorrow })
    expect(await rowOf(application.id)).toMatchObject({ interviewAt: tomorrow, version: 3 })
  })
})

describe('hiring', () => {
  const KINDS: [OfferKind, ApplicationState, ApplicationState][] = [
    ['job', 'sent', 'obsolete'],
    ['job', 'interview', 'obsolete'],
    ['job', 'refused', 'refused'],
    ['job', 'hired', 'hired'],
    ['volunteering', 'sent', 'sent'],
    ['seasonal', 'sent', 'sent'],
  ]
  test('ends the person’s other open job applications, never volunteering, and says so', async () => {
    const { profile } = await createCandidate()
    const { command, application } = await received({ profileId: profile.id })
    const others = []
    for (const [kind, state, after] of KINDS) {
      const offer = await createOffer({ kind })
      others.push({
        after,
        application: await createApplication({ offerId: offer.id, profileId: profile.id, state }),
      })
    }
    const somebodyElse = await createApplication({ offerId: application.offerId })
    expect(await hireApplicant(command)).toMatchObject({ value: { state: 'hired' } })
    for (const { after, application: other } of others) {
      const row = await rowOf(other.id)
      expect(row.state).toBe(after)
      const isEnded = after === 'obsolete'
      expect(await eventsOf(other.id)).toEqual(isEnded ? ['application.obsolete'] : [])
      expect(row.changes).toMatchObject(isEnded ? [{ action: 'obsolete', accountId: null }] : [])
    }
    expect(await rowOf(somebodyElse.id)).toMatchObject({ state: 'sent' })
  })

  test('for a mission of volunteering ends nothing', async () => {
    const { profile } = await createCandidate()
    const { command } = await received({ profileId: profile.id }, 'volunteering')
    const job = await createApplication({ profileId: profile.id })
    await hireApplicant(command)
    expect(await rowOf(job.id)).toMatchObject({ state: 'sent', version: 1 })
  })

  test('by two organisations at once: one has the person, the other is told', async () => {
    const { profile } = await createCandidate()
    const both = [await received({ profileId: profile.id }), await received({ profileId: profile.id })]
    const results = await Promise.all(both.map(({ command }) => hireApplicant(command)))
    expect(results.map((result) => (result.ok ? 'hired' : result.refusal.code)).sort()).toEqual([
      'hired',
      'stale_version',
    ])
    const states = await Promise.all(both.map(async ({ application }) => (await rowOf(application.id)).state))
    expect(states.sort()).toEqual(['hired', 'obsolete'])
  })

  test('by an officer of the territory is possible too', async () => {
    const { command } = await received()
    const { actor } = await createOfficer()
    expect(await hireApplicant({ ...command, actor: actor as never })).toMatchObject({
      value: { state: 'hired' },
    })
  })
})
