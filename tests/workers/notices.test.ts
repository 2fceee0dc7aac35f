import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { signInCode } from '#app/system/secrets.server.ts'
import { changeContactChoice } from '#app/use-cases/change-contact-choice.server.ts'
import { withdrawConsent } from '#app/use-cases/withdraw-consent.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

let worker: TestWorker
beforeEach(async () => {
  worker = createTestWorker()
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
})

describe('applications', () => {
  test.each([
    ['application.sent', 'sent', ['email'], /Nadia B\. postule/],
    ['application.interview', 'interview', ['sms'], /veut vous voir/],
    ['application.hired', 'hired', ['sms'], /Bravo/],
    ['application.refused', 'refused', ['sms'], /n'est pas retenue/],
    ['application.obsolete', 'obsolete', ['sms'], /Vous avez un emploi/],
    ['application.unanswered', 'unanswered', ['sms'], /pas de réponse/],
    ['application.reminder_due', 'seen', ['email'], /attend votre réponse/],
    ['application.seen', 'seen', [], null],
  ] as const)('%s', async (type, state, channels, text) => {
    const { organisationId } = await createRecruiter()
    const offer = await createOffer({ organisationId })
    const application = await createApplication({ offerId: offer.id, state })
    await appendEvents(db(), [{ type, payload: { applicationId: application.id } }], NOW)
    await worker.runAll()
    const delivered = await listDelivered()
    expect(delivered.map(({ channel }) => channel)).toEqual(channels)
    if (text) expect(`${delivered[0]?.subject} ${delivered[0]?.text}`).toMatch(text)
  })

  test('whoever wants no messages about offers still hears of an application, and nothing once all are stopped', async () => {
    const { account, profile, actor } = await createCandidate()
    const { id: applicationId } = await createApplication({ profileId: profile.id, state: 'interview' })
    const tell = async () => {
      await appendEvents(db(), [{ type: 'application.interview', payload: { applicationId } }], NOW)
      await worker.runAll()
      return (await listDelivered()).length
    }
    await withdrawConsent({ actor, accountId: account.id, purpose: 'messages', now: NOW })
    expect(await tell()).toBe(1)
    await changeContactChoice({ actor, choice: { channel: 'none', monthlySolicitations: 0 }, now: NOW })
    expect(await tell()).toBe(1)
  })

  test('an application withdrawn in between is no longer announced', async () => {
    const { organisationId } = await createRecruiter()
    const offer = await createOffer({ organisationId })
    const application = await createApplication({ offerId: offer.id, state: 'withdrawn' })
    await appendEvents(db(), [{ type: 'application.sent', payload: { applicationId: application.id } }], NOW)
    await worker.runAll()
    expect(await listMessages()).toEqual([])
  })

  test('every recruiter of the organisation is told, and a reason is told only when it is shared', async () => {
    const { organisationId, account } = await createRecruiter()
    await createRecruiter({ organisationId })
    const offer = await createOffer({ organisationId })
    const { account: person, profile } = await createCandidate({ account: { channel: 'email' } })
    const application = await createApplication({ offerId: offer.id, profileId: profile.id })
    await appendEvents(db(), [{ type: 'application.sent', payload: { applicationId: application.id } }], NOW)
    await worker.runAll()
    const told = (await listDelivered()).map(({ recipient }) => recipient)
    expect(told).toHaveLength(2)
    expect(told).toContain(account.email)
    for (const isReasonShared of [false, true]) {
      await db().application.update({
        where: { id: application.id },
        data: { state: 'refused', refusalReason: 'distance', isReasonShared },
      })
      await appendEvents(
        db(),
        [{ type: 'application.refused', payload: { applicationId: application.id } }],
        NOW,
      )
      await worker.runAll()
      const last = (await listDelivered()).filter(({ recipient }) => recipient === person.email).at(-1)
      if (isReasonShared) expect(last?.text).toContain('Le lieu est trop loin')
      else expect(last?.text).not.toContain('trop loin')
      await db().localDelivery.deleteMany()
    }
  })
})

describe('offers', () => {
  const history = (offerId: string, action: string, reason: string | null = null) =>
    db().offerChange.create({
      data: { id: crypto.randomUUID(), offerId, action, toState: 'published', reason, at: NOW },
    })
  test.each([
    ['offer.approved', 'published', 'approve', /est en ligne/],
    ['offer.published', 'published', 'publish', null],
    ['offer.refused', 'refused', 'refuse', /L’offre demande un âge/],
    ['offer.sent_back', 'draft', 'send_back', /L’offre demande un âge/],
    ['offer.reminder_due', 'published', 'publish', /s’arrête dans/],
    ['offer.reminder_due', 'filled', 'publish', null],
  ] as const)('%s, %s after %s', async (type, state, action, text) => {
    const { organisationId } = await createRecruiter()
    const offer = await createOffer({
      organisationId,
      state,
      expiresAt: new Date(NOW.getTime() + 7 * 86_400_000),
    })
    await history(offer.id, action, 'L’offre demande un âge.')
    const payload = { offerId: offer.id, daysLeft: 7 }
    await appendEvents(db(), [{ type, payload }], NOW)
    await worker.runAll()
    const delivered = await listDelivered()
    expect(delivered).toHaveLength(text ? 1 : 0)
    if (text) expect(`${delivered[0]?.subject} ${delivered[0]?.text}`).toMatch(text)
  })
})

test('a code leaves at once by the channel asked for, in the night too, and an old one does not', async () => {
  const { account } = await createCandidate({ account: { channel: 'none' } })
  const night = new Date('2026-06-07T01:00:00Z')
  worker.setNow(night)
  for (const [minutes, channel] of [
    [10, 'email'],
    [0, 'sms'],
  ] as const) {
    const id = crypto.randomUUID()
    const expiresAt = new Date(night.getTime() + minutes * 60_000)
    await db().signInCode.create({
      data: { id, accountId: account.id, channel, createdAt: night, expiresAt },
    })
    await appendEvents(db(), [{ type: 'sign_in_code.requested', payload: { codeId: id } }], night)
    await worker.runAll()
    expect(await listDelivered()).toMatchObject([{ channel: 'email', recipient: account.email }])
    if (minutes > 0) expect((await listDelivered())[0]?.text).toContain(signInCode(id))
  }
})
