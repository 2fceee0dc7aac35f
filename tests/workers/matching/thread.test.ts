import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { NOW } from '#tests/factories/now.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { until } from '#tests/workers/worker-process.ts'
import type { Matcher } from '#workers/matching/matcher.ts'
import { startThread } from '#workers/matching/start-thread.ts'
import { createThreadMatcher } from '#workers/matching/thread-matcher.ts'
import { createWorld, emptyWorld, rankedByDomain, rankedByMatcher } from './pool-world.ts'

useTestDatabase()

const matchers: Matcher[] = []
const threads: Worker[] = []
const MODULE = new URL('../../../workers/matching/matching-thread.ts', import.meta.url)

function open(): Matcher {
  const matcher = createThreadMatcher(() => {
    const thread = startThread(MODULE, null)
    threads.push(thread)
    return thread
  })
  matchers.push(matcher)
  return matcher
}

let territoryId = ''
let offerIds: string[] = []
beforeEach(async () => {
  await emptyWorld()
  await createTerritory()
  const world = await createWorld()
  territoryId = world.territoryId
  offerIds = world.offers.map(({ id }) => id)
})
afterEach(async () => {
  await Promise.all(matchers.splice(0).map((matcher) => matcher.close()))
})

const isReady = (matcher: Matcher) =>
  matcher.ready().then(
    () => true,
    () => false,
  )

test('threads side by side answer as the domain does, and each sees what changes', async () => {
  const both = [open(), open()]
  await Promise.all(both.map((matcher) => matcher.ready()))
  for (const matcher of both)
    expect(await rankedByMatcher(matcher, territoryId)).toEqual(await rankedByDomain(territoryId))
  const [offerId = ''] = offerIds
  await db().offer.update({ where: { id: offerId }, data: { state: 'filled' } })
  await appendEvents(db(), [{ type: 'offer.filled', payload: { offerId } }], NOW)
  for (const matcher of both)
    expect(await rankedByMatcher(matcher, territoryId)).toEqual(await rankedByDomain(territoryId))
})

test('questions wait for the pool, and asking many at once gives each its own answer', async () => {
  const matcher = open()
  const today = '2026-06-01'
  const asked = offerIds.map((id) => matcher.ask({ side: 'offers', ids: [id], today }))
  const answers = await Promise.all(asked)
  expect(answers.map((found) => found.map(({ id }) => id))).toEqual(offerIds.map((id) => [id]))
  expect(answers.every(([found]) => (found?.top.length ?? 0) > 0)).toBe(true)
  expect(await matcher.ask({ side: 'offers', ids: [crypto.randomUUID()], today })).toEqual([])
})

test('a thread that dies is started again; what it was asked is refused, then answered when asked again', async () => {
  const matcher = open()
  await matcher.ready()
  const before = await rankedByMatcher(matcher, territoryId)
  const asked = matcher.ask({ side: 'offers', ids: offerIds, today: '2026-06-01' })
  const refused = expect(asked).rejects.toThrow('the matching thread')
  await threads.at(-1)?.terminate()
  await refused
  await until(() => isReady(matcher), { ms: 20_000, what: 'the thread started again' })
  expect(await rankedByMatcher(matcher, territoryId)).toEqual(before)
})

test('a closed matcher refuses at once', async () => {
  const matcher = open()
  await matcher.ready()
  await matcher.close()
  await expect(matcher.ask({ side: 'offers', ids: offerIds, today: '2026-06-01' })).rejects.toThrow()
})
