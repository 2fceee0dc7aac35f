import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Application } from '#app/domain/application.ts'
import type { FormState } from '#app/http/forms.server.ts'
import { action, loader } from '#app/routes/structure.candidatures.$applicationId.tsx'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { answerOf, countRows, requestTo, routeArgs, signIn, unknownId } from '#tests/setup/request.ts'

useTestDatabase()

let recruiter: Awaited<ReturnType<typeof createRecruiter>>
let cookie: string
let offerId: string
beforeAll(async () => {
  recruiter = await createRecruiter()
  cookie = await signIn(recruiter.account.id)
  offerId = (
    await createOffer({ organisationId: recruiter.organisationId, territoryId: recruiter.actor.territoryId })
  ).id
})

const received = (more: Partial<Application> = {}) => createApplication({ offerId, ...more })
const path = (id: string) => `/structure/candidatures/${id}`
const read = (applicationId: string) =>
  answerOf(() => loader(routeArgs(requestTo(path(applicationId), { cookie }), { applicationId })))
const send = (applicationId: string, form: Record<string, string>) =>
  answerOf(() => action(routeArgs(requestTo(path(applicationId), { cookie, form }), { applicationId })))
const rowOf = (id: string) => db().application.findUniqueOrThrow({ where: { id } })

describe('the page of an application', () => {
  test('shows the name and contact of the person who wrote, and reading it changes nothing', async () => {
    const { profile, account } = await createCandidate({
      account: { firstName: 'Ginette', lastName: 'Petit' },
    })
    const application = await received({ profileId: profile.id, sentence: 'Je suis libre le matin.' })
    const before = await countRows()
    const { status, body } = await read(application.id)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      application: {
        state: 'sent',
        name: 'Ginette Petit',
        contact: { phone: { e164: account.phone }, email: account.email },
        sentence: 'Je suis libre le matin.',
        communeName: 'Laon',
        can: { see: true, hire: true, refuse: true, withdraw: false },
      },
    })
    expect(await countRows()).toEqual(before)
    expect(await rowOf(application.id)).toMatchObject({ state: 'sent', version: 1 })
  })

  test.each(['withdrawn', 'refused', 'obsolete'] as const)(
    'gives no contact any more once %s',
    async (state) => {
      const { profile, account } = await createCandidate()
      const application = await received({ profileId: profile.id, state })
      const { body } = await read(application.id)
      expect(body).toMatchObject({ application: { contact: null } })
      expect(JSON.stringify(body)).not.toContain(account.phone)
      expect(JSON.stringify(body)).not.toContain(account.email)
    },
  )

  test('to another organisation, or with a forged id, is not found', async () => {
    const other = await createApplication()
    for (const id of [other.id, unknownId(), 'x', '../x']) {
      expect((await read(id)).status).toBe(404)
      expect((await send(id, { intent: 'hire', version: '1' })).status).toBe(404)
    }
    expect(await rowOf(other.id)).toMatchObject({ state: 'sent' })
  })
})

describe('an answer', () => {
  test.each([
    ['see', 'seen'],
    ['start', 'in_progress'],
    ['hold', 'on_hold'],
    ['pool', 'pool'],
    ['hire', 'hired'],
  ])('%s makes it %s, clicked once or twice', async (intent, state) => {
    const { id } = await received()
    const answers = await Promise.all([1, 2].map(() => send(id, { intent, version: '1' })))
    for (const answer of answers) expect(answer.headers.get('Location')).toBe(`${path(id)}?fait=${intent}`)
    expect(await rowOf(id)).toMatchObject({ state, version: 2 })
    expect(await db().applicationChange.count({ where: { applicationId: id } })).toBe(1)
  })

  test('no, with a reason of the list, told or not', async () => {
    const told = await received()
    await send(told.id, { intent: 'refuse', version: '1', reason: 'distance', isReasonShared: 'on' })
    expect(await rowOf(told.id)).toMatchObject({
      state: 'refused',
      refusalReason: 'distance',
      isReasonShared: true,
    })
    const kept = await received()
    await send(kept.id, { intent: 'refuse', version: '1', reason: 'schedule' })
    expect(await rowOf(kept.id)).toMatchObject({ refusalReason: 'schedule', isReasonShared: false })
  })

  test.each(['', 'trop vieux', '<b>'])(
    'no, for the reason "%s", is asked again with what was ticked',
    async (reason) => {
      const { id } = await received()
      const { status, body } = await send(id, {
        intent: 'refuse',
        version: '1',
        reason,
        isReasonShared: 'on',
      })
      expect(status).toBe(422)
      expect(body).toMatchObject({
        values: { reason, isReasonShared: 'on', intent: 'refuse' },
        errors: { reason: [expect.any(String)] },
      })
      expect(await rowOf(id)).toMatchObject({ state: 'sent' })
    },
  )

  test('an interview, on a day or by telephone', async () => {
    const { id } = await received()
    const soon = new Date(Date.now() + 40 * 86_400_000)
    const day = soon.toISOString().slice(0, 10)
    expect(
      (await send(id, { intent: 'interview', version: '1', interviewDay: day, interviewTime: '14:30' }))
        .status,
    ).toBe(302)
    const { interviewAt } = await rowOf(id)
    expect(
      new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' }).format(
        interviewAt ?? 0,
      ),
    ).toBe('14:30')
    const other = await received()
    expect(
      (await send(other.id, { intent: 'interview', version: '1', interviewDay: '', interviewTime: '' }))
        .status,
    ).toBe(302)
    expect(await rowOf(other.id)).toMatchObject({ state: 'interview', interviewAt: null })
  })

  test.each([
    ['2020-01-01', '10:00', 'interviewDay'],
    ['2026-02-31', '10:00', 'interviewDay'],
    ['2099-01-01', '10:00', 'interviewDay'],
    ['2099-01-01', 'midi', 'interviewTime'],
    ['', '10:00', 'interviewDay'],
  ])(
    'an interview on "%s" at "%s" is asked again with what was typed',
    async (interviewDay, interviewTime, field) => {
      const { id } = await received()
      const { status, body } = await send(id, {
        intent: 'interview',
        version: '1',
        interviewDay,
        interviewTime,
      })
      expect(status).toBe(422)
      expect((body as FormState).values).toMatchObject({ interviewDay, interviewTime })
      expect(Object.keys((body as FormState).errors)).toEqual([field])
      expect(await rowOf(id)).toMatchObject({ state: 'sent', version: 1 })
    },
  )

  test('on a version gone by, or once the person has left, says so with 409', async () => {
    const { id } = await received()
    await send(id, { intent: 'see', version: '1' })
    for (const version of ['1', 'x', ''])
      expect(await send(id, { intent: 'hire', version })).toMatchObject({
        status: 409,
        body: { formErrors: [expect.stringContaining('entre-temps')] },
      })
    const gone = await received({ state: 'withdrawn' })
    expect((await send(gone.id, { intent: 'hire', version: '1' })).status).toBe(409)
    expect(await rowOf(id)).toMatchObject({ state: 'seen', version: 2 })
  })

  test.each(['withdraw', 'obsolete', 'constructor', ''])('"%s" is not one of them', async (intent) => {
    const { id } = await received()
    expect((await send(id, { intent, version: '1' })).status).toBe(422)
    expect(await rowOf(id)).toMatchObject({ state: 'sent' })
  })
})
