import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDb } from '#app/db/client.server.ts'
import { readReference } from '#app/db/reference.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { tapDatabase } from '#tests/setup/sql-tap.ts'
import { type ManifestRoute, ROUTES } from './manifest.ts'
import type { Row } from './row.ts'
import { startWalk } from './start-walk.ts'
import { table } from './table.ts'
import { addressOf, cellsOf, oneOfEachKind, send, type Walk } from './walk.ts'

const WALK_LIMIT_MS = 120_000

/**
 * Statements that a page may send to the database for nobody, and for somebody signed in: its frame aside, and the reference
 * that stays in memory from page to page.
 */
const MOST = { nobody: 3, somebody: 8 }

/** Pages that send more for somebody signed in. */
const OVER: Record<string, number> = {
  // One for each table that holds something of the person.
  'routes/mes-donnees._index': 32,
  'routes/mes-donnees.effacer': 32,
  'routes/mes-donnees[.]json': 30,
  // A reading of people is written in the log, and counted, before it is shown.
  'routes/accueil.personnes.$accountId._index': 16,
  'routes/bureau.offres.$offerId': 10,
  'routes/personnes.$profileId': 9,
  'routes/structure.candidatures.$applicationId': 9,
  // People are weighed at once for an offer that has no proposals yet.
  'routes/structure.offres.$offerId._index': 24,
  'routes/structure.personnes': 14,
  'routes/structure.personnes_.carte': 14,
  'routes/structure.contact.$reference': 14,
  'routes/structure._index': 11,
  'routes/structure.offres.nouvelle': 11,
  'routes/mes-offres': 9,
}

useTestDatabase()

let tap: Awaited<ReturnType<typeof tapDatabase>>
let walk: Walk
beforeAll(async () => {
  process.env.DEMO = ''
  tap = await tapDatabase()
  walk = await startWalk()
}, WALK_LIMIT_MS)
afterAll(closeDb)

/** What is of no page: the ends of transactions, and the time at which a session was last seen, noted once in a while. */
const isOfNoPage = (sql: string) => /^(begin|commit|rollback|update "public"."session")/i.test(sql)

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
    const statements = tap.take().filter((sql) => !isOfNoPage(sql))
    const isNobody = cell.visitor.kind === 'anonymous' && !made.params?.token
    const most = isNobody ? MOST.nobody : (OVER[route.id] ?? MOST.somebody)
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
