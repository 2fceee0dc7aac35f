import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { isApplicationOpen } from '#app/domain/application.transitions.ts'
import { APPLICATION_STATES } from '#app/domain/application.ts'
import type { DomainEvent } from '#app/domain/events.ts'
import type { OfferState } from '#app/domain/offer.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { jobsFor } from '#workers/subscriptions.ts'
import { createTestWorker, listDelivered, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

let worker: TestWorker
beforeEach(async () => {
  worker = createTestWorker()
  await db()
    .$executeRaw`truncate outbox_event, message, local_delivery, application, offer, profile, account cascade`
})

const close = async (offerId: string, type: 'offer.filled' | 'offer.expired' | 'offer.withdrawn') => {
  await appendEvents(db(), [{ type, payload: { offerId } }], NOW)
  await worker.runAll()
}
/** Tries once more the jobs of the only fact. */
const tellAgain = async (event: DomainEvent) => {
  const { id } = await db().outboxEvent.findFirstOrThrow()
  for (const job of jobsFor(id, event)) await worker.run(job)
  await worker.runAll()
}
const closedOffer = (state: OfferState) => createOffer({ state, closedAt: NOW })

describe('an offer that closes', () => {
  test.each([
    ['offer.filled', 'filled', /a trouvé du monde/],
    ['offer.expired', 'expired', /n’est plus en ligne/],
    ['offer.withdrawn', 'withdrawn', /n’est plus en ligne/],
  ] as const)('%s: who waits is told once, with what was promised', async (type, state, words) => {
    const offer = await closedOffer(state)
    const { profile } = await createCandidate({ account: { channel: 'email' } })
    await createApplication({ offerId: offer.id, profileId: profile.id, state: 'seen' })
    await close(offer.id, type)
    await tellAgain({ type, payload: { offerId: offer.id } })
    const [mail, ...others] = await listDelivered()
    expect(others).toEqual([])
    expect(mail?.text).toMatch(words)
    expect(mail?.text).toMatch(/promis une réponse avant le/)
  })

  test.each(APPLICATION_STATES)(
    'tells whose application is %s, or has nothing more to say',
    async (state) => {
      const offer = await closedOffer('filled')
      const application = await createApplication({ offerId: offer.id, state })
      await close(offer.id, 'offer.filled')
      expect((await listMessages()).map(({ kind, subjectId }) => [kind, subjectId])).toEqual(
        isApplicationOpen(state) ? [['application_offer_closed', application.id]] : [],
      )
    },
  )

  test('tells nobody when it is in line again, nor of another offer', async () => {
    const offer = await createOffer({ state: 'published' })
    await createApplication({ offerId: offer.id })
    await close(offer.id, 'offer.expired')
    await createApplication({})
    await close((await closedOffer('withdrawn')).id, 'offer.withdrawn')
    expect(await listMessages()).toEqual([])
  })
})
