import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDb } from '#app/db/client.server.ts'
import { readReference } from '#app/db/reference.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { isOfPage, MOST_STATEMENTS, tapDatabase } from '#tests/setup/sql-tap.ts'
import { type ManifestRoute, ROUTES } from './manifest.ts'
import type { Row } from './row.ts'
import { startWalk } from './start-walk.ts'
import { table } from './table.ts'
import { addressOf, cellsOf, oneOfEachKind, send, type Walk } from './walk.ts'

const WALK_LIMIT_MS = 120_000

useTestDatabase()

let tap: Awaited<ReturnType<typeof tapDatabase>>
let walk: Walk
beforeAll(async () => {
  process.env.DEMO = ''
  tap = await tapDatabase()
  walk = await startWalk()
}, WALK_LIMIT_MS)
afterAll(closeDb)

/** The readings of a page, by each kind of visitor to whom it is shown, that send more statements than they may. */
async function findExcess(route: ManifestRoute, row: Row): Promise<string[]> {
  const kinds = new Set(oneOfEachKind(walk.visitors))
  const found: string[] = []
  for (const cell of cellsOf(row, row.thing, row.reads ?? 404, walk.visitors)) {
    if (!kinds.has(cell.visitor) || cell.expected !== 200) continue
    const made = await walk.make(row.thing, cell.whose, false)
    const cookies = [walk.cookies.get(cell.visitor), made.cookie]
    await readReference()
    tap.take()
    await send(walk.handle, { path: addressOf(route, made, row.query), cookies, method: 'GET' })
    const statements = tap.take().filter(isOfPage)
    const isNobody = cell.visitor.kind === 'anonymous' && !made.params?.token
    const most = MOST_STATEMENTS[isNobody ? 'nobody' : 'somebody']
    const told = statements.map((sql) => sql.replace(/\s+/g, ' ').slice(0, 120)).join('\n')
    if (statements.length > most) found.push(`${cell.visitor.name}: ${statements.length}\n${told}`)
  }
  return found
}

describe('the statements that a page sends are few', () => {
  for (const route of ROUTES) {
    const row = table[route.id]
    if (row?.reads !== undefined)
      test(route.id, async () => expect(await findExcess(route, row)).toEqual([]), WALK_LIMIT_MS)
  }
})
