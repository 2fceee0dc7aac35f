import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { planNight } from '#app/db/rematch-slices.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createWorld, emptyWorld } from './matching/pool-world.ts'
import { endWorkerProcesses, startWorkerProcess, until } from './worker-process.ts'

const database = useTestDatabase()
const redisUrl = inject('redisUrl')

const backends = [
  { name: 'PostgreSQL', env: () => ({ DATABASE_URL: database.url, REDIS_URL: '' }) },
  ...(redisUrl
    ? [{ name: 'Redis', env: () => ({ DATABASE_URL: database.url, REDIS_URL: `${redisUrl}/3` }) }]
    : []),
]

beforeEach(async () => {
  await emptyWorld()
  await createTerritory()
})
afterEach(endWorkerProcesses)

const slices = () => db().rematchSlice.findMany({ where: { doneAt: { not: null } }, orderBy: { id: 'asc' } })
const left = () => db().rematchSlice.count({ where: { doneAt: null } })

describe.each(backends)('a night on $name', ({ env }) => {
  test('a worker killed in the middle: the next one does what is left, and nothing twice', {
    timeout: 240_000,
  }, async () => {
    await createWorld({ people: 40, offers: 30 })
    await db().$transaction((tx) => planNight(tx, { night: parisDate(new Date()), size: 1 }))
    const first = startWorkerProcess(env())
    await until(async () => (await slices()).length > 10, { ms: 90_000, every: 2, what: 'some slices' })
    await (await first).kill('SIGKILL')
    const done = await slices()
    expect(await left()).toBeGreaterThan(0)
    const second = await startWorkerProcess(env())
    await until(async () => (await left()) === 0, { ms: 120_000, what: 'the night over' })
    await second.kill('SIGTERM')
    const all = new Map((await slices()).map((slice) => [slice.id, slice.doneAt]))
    expect(all.size).toBe(30 + 40 + 1)
    for (const { id, doneAt } of done) expect(all.get(id)).toEqual(doneAt)
    const offersMatched = await db().match.groupBy({ by: ['offerId'], where: { isTopForOffer: true } })
    const peopleMatched = await db().match.groupBy({ by: ['profileId'], where: { isTopForProfile: true } })
    expect([offersMatched.length, peopleMatched.length].every((count) => count > 20)).toBe(true)
  })
})
