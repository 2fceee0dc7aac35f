import { afterAll, beforeAll, describe, test } from 'vitest'
import { closeDb } from '#app/db/client.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { ROUTES } from './manifest.ts'
import { startWalk } from './start-walk.ts'
import { table } from './table.ts'
import { findDifferences, type Walk } from './walk.ts'
import { checksOf } from './walk-row.ts'

const WALK_LIMIT_MS = 120_000

useTestDatabase()

let walk: Walk

beforeAll(async () => {
  process.env.DEMO = ''
  walk = await startWalk()
}, WALK_LIMIT_MS)

afterAll(async () => {
  const { cells, routes, actions } = walk.walked
  console.log(`matrix: ${cells} cells over ${routes.size} routes, ${actions} actions`)
  await closeDb()
})

for (const route of ROUTES)
  describe(route.id, () => {
    const row = table[route.id]
    for (const { name, find } of row ? checksOf(route, row) : [])
      test(
        name,
        async () => {
          walk.walked.routes.add(route.id)
          const found = await findDifferences(walk, find)
          if (found.length > 0)
            throw new Error(
              `${found.length} differences from tests/matrix/table:\n${found.slice(0, 40).join('\n')}`,
            )
        },
        WALK_LIMIT_MS,
      )
  })
