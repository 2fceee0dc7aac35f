import { expect, test } from 'vitest'
import { createTerritory } from '#tests/factories/territory.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createPoolMatcher } from '#workers/matching/pool-matcher.ts'
import { createPools } from '#workers/matching/pools.ts'
import { createWorld, emptyWorld, rankedByDomain, rankedByMatcher } from './pool-world.ts'

useTestDatabase()

test('a pool whose memory is full refuses what it is asked, is loaded anew, and answers as the domain does', async () => {
  await emptyWorld()
  await createTerritory()
  const { territoryId, offers } = await createWorld()
  const pools = createPools()
  const matcher = createPoolMatcher(pools)
  await matcher.ready()
  const { memory } = pools.engineOf(territoryId).memory().people.arena
  for (let pages = 2 ** 14; pages > 0; pages >>= 1)
    while (memory.buffer.byteLength / 65_536 + pages < 65_536) memory.grow(pages)
  const question = { side: 'offers' as const, ids: offers.map(({ id }) => id), today: '2026-06-01' }
  await expect(matcher.ask(question)).rejects.toThrow('the memory of the matching engine is full')
  expect(await rankedByMatcher(matcher, territoryId)).toEqual(await rankedByDomain(territoryId))
  expect(pools.engineOf(territoryId).memory().people.arena.memory).not.toBe(memory)
  await matcher.close()
})
