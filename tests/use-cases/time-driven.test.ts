import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import {
  closeUnansweredApplications,
  UNANSWERED_AFTER_DAYS,
} from '#app/use-cases/close-unanswered-applications.server.ts'
import { expireOffers } from '#app/use-cases/expire-offers.server.ts'
import { remindApplications } from '#app/use-cases/remind-applications.server.ts'
import { remindOffers } from '#app/use-cases/remind-offers.server.ts'
import { createApplication } from '#tests/factories/application.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { listEvents } from '#tests/factories/outbox.ts'
import { useTestDatabase } from '#tests/setup/database.ts'

useTestDatabase()
beforeEach(async () => {
  await db().$executeRaw`truncate outbox_event, application, offer cascade`
})

const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const types = async () => (await listEvents()).map(({ type }) => type)

describe('expiring offers', () => {
  test.each(['published', 'suspended'] as const)(
    'a %s offer whose time has come expires, with its history and its fact',
    async (state) => {
      const offer = await createOffer({ state, expiresAt: NOW })
      expect(await expireOffers({ now: NOW })).toBe(1)
      expect(await db().offer.findUnique({ where: { id: offer.id } })).toMatchObject({
        state: 'expired',
        version: offer.version + 1,
        closedAt: NOW,
      })
      expect(
        await db().offerChange.findMany({ where: { offerId: offer.id, action: 'expire' } }),
      ).toMatchObject([{ fromState: state, toState: 'expired', accountId: null, at: NOW }])
      expect(await listEvents()).toEqual([{ type: 'offer.expired', payload: { offerId: offer.id } }])
      expect(await expireOffers({ now: NOW })).toBe(0)
    },
  )

  test('an offer a second too young stays, and so do drafts and closed ones', async () => {
    await createOffer({ expiresAt: new Date(NOW.getTime() + 1000) })
    await createOffer({ state: 'draft', expiresAt: days(-1) })
    await createOffer({ state: 'filled', expiresAt: days(-1) })
    expect(await expireOffers({ now: NOW })).toBe(0)
    expect(await types()).toEqual([])
  })

  test('two workers at the same time expire each offer once', async () => {
    for (let i = 0; i < 5; i++) await createOffer({ expiresAt: days(-1) })
    const counts = await Promise.all([expireOffers({ now: NOW }), expireOffers({ now: NOW })])
    expect(counts.reduce((a, b) => a + b)).toBe(5)
    expect(await types()).toEqual(Array(5).fill('offer.expired'))
  })
})

describe('reminding of offers', () => {
  const reminders = async () => (await listEvents()).map(({ payload }) => payload.daysLeft)

  test('at 7 days and at 1 day, once each, however often it is looked at', async () => {
    await createOffer({ expiresAt: days(10) })
    for (const [day, sent] of [
      [0, []],
      [2.9, []],
      [3, [7]],
      [3.5, [7]],
      [8, [7]],
      [9, [7, 1]],
      [9.9, [7, 1]],
      [10, [7, 1]],
      [11, [7, 1]],
    ] as const) {
      await remindOffers({ now: days(day) })
      await Promise.all([remindOffers({ now: days(day) }), remindOffers({ now: days(day) })])
      expect([day, await reminders()]).toEqual([day, sent])
    }
  })

  test('an offer found late gets the nearest reminder alone', async () => {
    await createOffer({ expiresAt: days(0.5) })
    expect(await remindOffers({ now: NOW })).toBe(1)
    expect(await reminders()).toEqual([1])
  })

  test('prolonged, it is reminded of anew', async () => {
    const offer = await createOffer({ expiresAt: days(5) })
    await remindOffers({ now: NOW })
    await db().offer.update({ where: { id: offer.id }, data: { expiresAt: days(6) } })
    await remindOffers({ now: NOW })
    expect(await reminders()).toEqual([7, 7])
  })

  test('imported, suspended and closed offers remind nobody', async () => {
    await createOffer({ organisationId: null, expiresAt: days(1) })
    await createOffer({ state: 'suspended', expiresAt: days(1) })
    await createOffer({ state: 'filled', expiresAt: days(1) })
    expect(await remindOffers({ now: NOW })).toBe(0)
  })
})

describe('applications without an answer', () => {
  test('are recalled once to the organisation, two days before the one promised', async () => {
    const application = await createApplication({ promisedOn: '2026-06-10' })
    await createApplication({ promisedOn: '2026-06-10', state: 'interview' })
    expect(await remindApplications({ now: new Date('2026-06-07T21:59:00Z') })).toBe(0)
    const now = new Date('2026-06-07T22:01:00Z')
    const counts = await Promise.all([remindApplications({ now }), remindApplications({ now })])
    expect(counts.reduce((a, b) => a + b)).toBe(1)
    expect(await listEvents()).toEqual([
      { type: 'application.reminder_due', payload: { applicationId: application.id } },
    ])
  })

  test('are recalled the same day when the answer was promised for the next, and not at once', async () => {
    const createdAt = new Date('2026-06-09T07:00:00Z')
    await createApplication({ promisedOn: '2026-06-10', createdAt })
    expect(await remindApplications({ now: new Date('2026-06-09T18:59:00Z') })).toBe(0)
    expect(await remindApplications({ now: new Date('2026-06-09T19:01:00Z') })).toBe(1)
  })

  test('are closed fourteen days after a reminder that came late, and the candidate will be told', async () => {
    const application = await createApplication({ promisedOn: '2026-06-10', state: 'seen' })
    const answered = await createApplication({ promisedOn: '2026-06-10' })
    const reminded = new Date('2026-06-11T08:00:00Z')
    await remindApplications({ now: reminded })
    await db().application.update({ where: { id: answered.id }, data: { state: 'in_progress' } })
    const due = new Date(reminded.getTime() + UNANSWERED_AFTER_DAYS * 86_400_000)
    expect(await closeUnansweredApplications({ now: due })).toBe(0)
    expect(await closeUnansweredApplications({ now: new Date(due.getTime() + 1) })).toBe(1)
    expect(await db().application.findUnique({ where: { id: application.id } })).toMatchObject({
      state: 'unanswered',
      version: 2,
    })
    expect(await db().applicationChange.findMany({ where: { applicationId: application.id } })).toMatchObject(
      [{ action: 'close_unanswered', fromState: 'seen', toState: 'unanswered', accountId: null }],
    )
    expect((await listEvents()).at(-1)).toEqual({
      type: 'application.unanswered',
      payload: { applicationId: application.id },
    })
  })

  test('are closed no sooner than fourteen days after the promise, when the reminder came before', async () => {
    await createApplication({ promisedOn: '2026-06-10' })
    await remindApplications({ now: new Date('2026-06-08T08:00:00Z') })
    expect(await closeUnansweredApplications({ now: new Date('2026-06-24T08:00:00Z') })).toBe(0)
    expect(await closeUnansweredApplications({ now: new Date('2026-06-25T08:00:00Z') })).toBe(1)
  })

  test('never reminded is never closed', async () => {
    await createApplication({ promisedOn: '2026-06-10' })
    expect(await closeUnansweredApplications({ now: days(365) })).toBe(0)
  })
})
