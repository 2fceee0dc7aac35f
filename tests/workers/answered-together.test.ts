import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { createRecruiter } from '#tests/factories/account.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { NOW } from '#tests/factories/now.ts'
import { createOccupation, OCCUPATIONS } from '#tests/factories/occupation.ts'
import { createOffer } from '#tests/factories/offer.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import type { JobName, JobToAdd } from '#workers/jobs.ts'
import { relayOnce } from '#workers/relay.ts'
import { createTestWorker, listMessages, type TestWorker } from './worker-context.ts'

useTestDatabase()

let worker: TestWorker
beforeEach(async () => {
  worker = createTestWorker()
  await db()
    .$executeRaw`truncate outbox_event, message, local_delivery, match, offer, profile, membership, account cascade`
})

async function publish(count: number) {
  await createOccupation()
  const offerIds: string[] = []
  for (let i = 0; i < count; i++)
    offerIds.push((await createOffer({ occupationCode: OCCUPATIONS.kitchenHelp.romeCode })).id)
  const facts = offerIds.map((offerId) => ({ type: 'offer.published' as const, payload: { offerId } }))
  await appendEvents(db(), facts, NOW)
  return offerIds
}

async function relayed(): Promise<JobToAdd[]> {
  await relayOnce(worker.context.queues, worker.context.clock)
  return worker.waiting.splice(0)
}
const named = (jobs: readonly JobToAdd[], name: JobName) => jobs.filter((job) => job.name === name)
const eventIdsOf = ({ data }: JobToAdd) => ('eventIds' in data ? data.eventIds : [])
const isSettled = async () => (await db().outboxEvent.count({ where: { settledAt: null } })) === 0

describe('facts relayed in one turn', () => {
  test('share the jobs that take several, fifty at most; each is answered and settled', async () => {
    await createCandidate()
    const offerIds = await publish(53)
    const jobs = await relayed()
    for (const name of ['index-offer', 'match-offer'] as const)
      expect(named(jobs, name).map((job) => eventIdsOf(job).length)).toEqual([50, 3])
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length)
    for (const job of jobs) await worker.run(job)
    expect(await isSettled()).toBe(true)
    expect(await db().match.count({ where: { offerId: { in: offerIds }, isTopForOffer: true } })).toBe(53)
  })

  test('claimed again by a worker that died before it marked them, give the very same jobs', async () => {
    await publish(3)
    const first = await relayed()
    await db().outboxEvent.updateMany({ data: { relayedAt: null } })
    expect(await relayed()).toEqual(first)
  })

  test('run by two workers at once and once more, write each proposal once', async () => {
    await createCandidate()
    await createCandidate()
    await publish(5)
    const jobs = await relayed()
    const other = createTestWorker()
    const all = [...jobs, ...jobs.toReversed()]
    await Promise.all(all.map((job, at) => (at % 2 === 0 ? worker : other).run(job)))
    expect(await isSettled()).toBe(true)
    expect(await db().match.count()).toBe(10)
    const written = () =>
      db().match.findMany({ select: { id: true, updatedAt: true }, orderBy: { id: 'asc' } })
    const before = await written()
    for (const job of jobs) await worker.run(job)
    expect(await written()).toEqual(before)
  })
})

describe('one fact that cannot be answered', () => {
  test('is tried with the others once more, then alone: those of the same job are answered', async () => {
    await createCandidate()
    const [bad, ...good] = await publish(4)
    const { matcher } = worker.context
    worker = createTestWorker({
      matcher: {
        ...matcher,
        async ask(question) {
          if (question.ids.includes(bad ?? '')) throw new Error('cannot be read')
          return matcher.ask(question)
        },
      },
    })
    const [job] = named(await relayed(), 'match-offer')
    if (!job) throw new Error('no job')
    await expect(worker.run(job)).rejects.toThrow('cannot be read')
    expect(worker.waiting).toEqual([])
    await worker.run(job, 2)
    const alone = worker.waiting.splice(0)
    expect(alone.map(({ id }) => id)).toEqual(eventIdsOf(job).map((id) => `${id}-match-offer`))
    const results = await Promise.allSettled(alone.map((one) => worker.run(one)))
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    const matched = await db().match.findMany({ where: { isTopForOffer: true }, select: { offerId: true } })
    expect(matched.map(({ offerId }) => offerId).sort()).toEqual(good.toSorted())
    const waiting = await db().outboxEvent.findMany({
      where: { NOT: { doneJobs: { has: 'match-offer' } }, type: 'offer.published' },
    })
    expect(waiting.map(({ payload }) => payload)).toEqual([{ offerId: bad }])
  })
})

test('of offers put on line together, only those that an officer approved are told to their organisation', async () => {
  const { organisationId } = await createRecruiter()
  const [own, approved] = [await createOffer({ organisationId }), await createOffer({ organisationId })]
  await appendEvents(
    db(),
    [
      { type: 'offer.published', payload: { offerId: own.id } },
      { type: 'offer.approved', payload: { offerId: approved.id } },
    ],
    NOW,
  )
  const jobs = await relayed()
  expect(named(jobs, 'notify-offer').map((job) => eventIdsOf(job).length)).toEqual([1])
  for (const job of jobs) await worker.run(job)
  await worker.runAll()
  expect((await listMessages()).map(({ kind, subjectId }) => [kind, subjectId])).toEqual([
    ['offer_approved', approved.id],
  ])
  expect(await isSettled()).toBe(true)
})
