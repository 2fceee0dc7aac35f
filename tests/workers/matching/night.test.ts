import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { listSlicesToDo, planNight } from '#app/db/rematch-slices.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createTestWorker, type TestWorker } from '#tests/workers/worker-context.ts'
import type { JobToAdd } from '#workers/jobs.ts'
import type { Matcher } from '#workers/matching/matcher.ts'
import { createPoolMatcher } from '#workers/matching/pool-matcher.ts'
import { sliceJob } from '#workers/matching/slice-job.ts'
import { createWorld, emptyWorld, rankedByDomain } from './pool-world.ts'

useTestDatabase()

/** Half past two at night in Paris, before `NOW`. */
const NIGHT = new Date('2026-06-01T00:30:00Z')
const PLAN: JobToAdd = { name: 'plan-rematch', data: {}, id: 'plan' }

type World = Awaited<ReturnType<typeof createWorld>>
let world: World
beforeEach(async () => {
  await emptyWorld()
  await createTerritory()
  world = await createWorld()
})

const nightWorker = (overrides = {}): TestWorker => {
  const worker = createTestWorker(overrides)
  worker.setNow(NIGHT)
  return worker
}

/** The stored best of each offer and each person, as the domain would list them. */
async function stored(): Promise<Record<string, string[]>> {
  const rows = await db().match.findMany({
    orderBy: [{ scoreTenths: 'desc' }, { distanceKm: 'asc' }, { profileId: 'asc' }, { offerId: 'asc' }],
  })
  const text = ({ offerId, profileId, scoreTenths }: (typeof rows)[number]) =>
    `${offerId} ${profileId} ${scoreTenths}`
  return Object.fromEntries([
    ...world.offers.map(({ id }) => [
      id,
      rows.filter(({ offerId, isTopForOffer }) => offerId === id && isTopForOffer).map(text),
    ]),
    ...world.people.map(({ profile: { id } }) => [
      id,
      rows.filter(({ profileId, isTopForProfile }) => profileId === id && isTopForProfile).map(text),
    ]),
  ])
}
const left = () => db().rematchSlice.count({ where: { doneAt: null } })

test('a night matches everybody as the domain does, once, and allocates', async () => {
  const worker = nightWorker()
  await worker.run(PLAN)
  await worker.run(PLAN)
  expect(await db().outboxEvent.count({ where: { type: 'rematch.planned' } })).toBe(1)
  await worker.runAll()
  expect(await left()).toBe(0)
  expect(await stored()).toEqual(await rankedByDomain(world.territoryId))
  expect(await db().allocation.count()).toBeGreaterThan(0)
  const written = await db().$queryRaw`select id, xmin::text from match order by id`
  await db().rematchSlice.updateMany({ data: { doneAt: null } })
  await worker.run(PLAN)
  await worker.runAll()
  expect(await db().$queryRaw`select id, xmin::text from match order by id`).toEqual(written)
})

test('by day nothing is planned, and what is left of the night goes on', async () => {
  const worker = createTestWorker()
  await worker.run(PLAN)
  expect(await db().rematchSlice.count()).toBe(0)
  await db().$transaction((tx) => planNight(tx, { night: '2026-06-01', size: 3 }))
  await worker.run(PLAN)
  await worker.runAll()
  expect(await left()).toBe(0)
  expect(await stored()).toEqual(await rankedByDomain(world.territoryId))
})

test('what dates alone change is seen at night: an offer that is over proposes nobody', async () => {
  const worker = nightWorker()
  await worker.run(PLAN)
  await worker.runAll()
  const [over] = world.offers
  await db().offer.update({ where: { id: over?.id }, data: { endsOn: new Date('2026-06-01T00:00:00Z') } })
  worker.setNow(new Date('2026-06-02T00:30:00Z'))
  await worker.run(PLAN)
  await worker.runAll()
  expect((await stored())[over?.id ?? '']).toEqual([])
  expect(await db().match.count({ where: { offerId: over?.id, state: 'proposed' } })).toBe(0)
})

test('workers side by side share the slices, and each is done once', async () => {
  await db().$transaction((tx) => planNight(tx, { night: '2026-06-01', size: 2 }))
  const asked: string[] = []
  const counting = (): Matcher => {
    const own = createPoolMatcher()
    return {
      ...own,
      ask(question) {
        asked.push(...question.ids)
        return own.ask(question)
      },
    }
  }
  const workers = [nightWorker({ matcher: counting() }), nightWorker({ matcher: counting() })]
  for (let round = 0; round < 4; round++) {
    const jobs = (await listSlicesToDo(db())).map(sliceJob)
    await Promise.all(workers.map((worker) => Promise.all(jobs.map((job) => worker.run(job)))))
  }
  expect(await left()).toBe(0)
  expect(asked.sort()).toEqual(
    [...world.offers.map(({ id }) => id), ...world.people.map(({ profile }) => profile.id)].sort(),
  )
  expect(await stored()).toEqual(await rankedByDomain(world.territoryId))
  await Promise.all(workers.map(({ context }) => context.matcher.close()))
})

test('several changes of one offer in a row are scored once, and each is settled', async () => {
  const own = createPoolMatcher()
  let asked = 0
  const matcher: Matcher = {
    ...own,
    ask(question) {
      asked++
      return own.ask(question)
    },
  }
  const [offer] = world.offers
  const edited = { type: 'offer.edited' as const, payload: { offerId: offer?.id ?? '' } }
  await appendEvents(db(), Array(10).fill(edited), NOW)
  const worker = createTestWorker({ matcher })
  await worker.runAll()
  expect(asked).toBe(1)
  expect(await db().outboxEvent.count({ where: { settledAt: null } })).toBe(0)
  await appendEvents(db(), [edited], NOW)
  await worker.runAll()
  expect(asked).toBe(2)
  await own.close()
})
