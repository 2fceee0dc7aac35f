import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createApplication } from '#tests/factories/application.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { createMatch } from '#tests/factories/match.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOccupation, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import type { JobToAdd } from '#workers/jobs.ts'
import { relayOnce } from '#workers/relay.ts'
import { createTestWorker, listDelivered, listMessages } from './worker-context.ts'

useTestDatabase()

beforeEach(async () => {
  await db()
    .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
    profile, membership, account cascade`
})

/** A world in its final state, with the facts that led there: a published offer, one withdrawn, approvals, answers, a STOP. */
async function createWorld() {
  const { organisationId } = await createRecruiter()
  await createOccupation()
  const occupationCode = OCCUPATIONS.kitchenHelp.romeCode
  const open = await createOffer({ organisationId, occupationCode })
  const gone = await createOffer({ organisationId, occupationCode, state: 'withdrawn' })
  const people = [await createCandidate(), await createCandidate({ account: { channel: 'email' } })]
  const stopped = await createCandidate({ account: { channel: 'none' } })
  const facts: Parameters<typeof appendEvents>[1][number][] = [
    { type: 'offer.published', payload: { offerId: open.id } },
    { type: 'offer.edited', payload: { offerId: open.id } },
    { type: 'offer.published', payload: { offerId: gone.id } },
    { type: 'offer.withdrawn', payload: { offerId: gone.id } },
    { type: 'contact.stopped', payload: { accountId: stopped.account.id } },
  ]
  for (const { profile } of [...people, stopped]) {
    const match = await createMatch({ offerId: open.id, profileId: profile.id, state: 'approved' })
    const undone = await createMatch({ offerId: gone.id, profileId: profile.id, state: 'proposed' })
    const application = await createApplication({ offerId: open.id, profileId: profile.id, state: 'hired' })
    facts.push(
      { type: 'profile.changed', payload: { profileId: profile.id } },
      { type: 'match.approved', payload: { matchId: match.id } },
      { type: 'match.approved', payload: { matchId: undone.id } },
      { type: 'application.sent', payload: { applicationId: application.id } },
      { type: 'application.hired', payload: { applicationId: application.id } },
    )
  }
  await appendEvents(db(), facts, NOW)
  return { open, gone, people }
}

async function summary(offerIds: string[]) {
  const matches = await db().match.findMany({
    include: { profile: { select: { account: { select: { channel: true } } } } },
  })
  const indexed = await db().$queryRaw<
    { id: string }[]
  >`select offer_id::text as id from search.offer where offer_id = any(${offerIds}::uuid[])`
  return {
    indexed: indexed.map(({ id }) => offerIds.indexOf(id)),
    matches: matches
      .map((match) =>
        [
          offerIds.indexOf(match.offerId),
          match.profile.account.channel,
          match.state,
          match.isTopForOffer,
          match.isTopForProfile,
          match.scoreTenths,
        ].join(' '),
      )
      .sort(),
    messages: (await listMessages()).map(({ kind, channel, state }) => `${kind} ${channel} ${state}`).sort(),
    delivered: (await listDelivered()).map(({ channel }) => channel).sort(),
    unsettled: await db().outboxEvent.count({
      where: { settledAt: null, type: { not: 'matches.proposed' } },
    }),
  }
}

test('jobs run in any order, and twice, end in the same state', { timeout: 180_000 }, async () => {
  const expected = {
    indexed: [0],
    matches: [
      '0 email notified false false 820',
      '0 none approved false false 820',
      '0 sms notified false false 820',
    ],
    messages: [
      'application_hired email accepted',
      'application_hired sms accepted',
      'match_proposed email accepted',
      'match_proposed sms accepted',
    ],
    delivered: ['email', 'email', 'sms', 'sms'],
    unsettled: 0,
  }
  for (const order of fc.sample(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 }),
    6,
  )) {
    await db()
      .$executeRaw`truncate outbox_event, message, answer_link, local_delivery, match, application, offer,
      profile, membership, account cascade`
    const { open, gone } = await createWorld()
    const worker = createTestWorker()
    await relayOnce(worker.context.queues, worker.context.clock)
    const jobs: JobToAdd[] = worker.waiting.splice(0)
    const shuffled = [...jobs, ...jobs]
      .map((job, index) => ({ job, at: order[index % order.length] ?? 0 }))
      .sort((a, b) => a.at - b.at)
    for (const { job } of shuffled) {
      await worker.run(job)
      const followers = worker.waiting.splice(0)
      for (const follower of [...followers, ...followers]) await worker.run(follower)
    }
    await worker.runAll()
    const found = await summary([open.id, gone.id])
    const score = found.matches[0]?.split(' ').at(-1)
    expect(found).toEqual({
      ...expected,
      matches: expected.matches.map((line) => line.replace(/\d+$/, score ?? '')),
    })
  }
})

test('facts relayed and then lost by the queue are found again in the database', async () => {
  const { open, gone } = await createWorld()
  const worker = createTestWorker()
  await relayOnce(worker.context.queues, worker.context.clock)
  worker.waiting.length = 0
  const requeue: JobToAdd = { name: 'requeue-events', data: {}, id: 'requeue' }
  await worker.run(requeue)
  expect(worker.waiting).toEqual([])
  worker.setNow(new Date(NOW.getTime() + 11 * 60_000))
  await worker.run(requeue)
  const again = worker.waiting.length
  expect(again).toBeGreaterThan(10)
  await worker.runAll()
  expect((await summary([open.id, gone.id])).unsettled).toBe(0)
  worker.setNow(new Date(NOW.getTime() + 30 * 60_000))
  await worker.run(requeue)
  expect(worker.waiting).toEqual([])
})
