import { expect, test } from 'vitest'
import { queryRows } from '#app/db/raw.server.ts'
import { createCandidate } from '#tests/factories/candidate.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { createPools } from '#workers/matching/pools.ts'

useTestDatabase()

test.each([`skills = '{{a,b},{c,d}}'`, `kinds = '{{job,job},{job,job}}'`, `licences = '{{B,C}}'`])(
  'a list of lists leaves out its row alone: %s',
  async (set) => {
    await createCandidate()
    const { profile } = await createCandidate()
    const pools = createPools()
    await pools.load()
    const { people } = pools.size()
    await queryRows(`update profile set ${set} where id = $1`, [profile.id])
    await pools.load()
    expect(pools.size().people).toBe(people - 1)
  },
)
