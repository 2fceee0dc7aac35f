import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest'
import { closeDb } from '#app/db/client.server.ts'
import { useTestDatabase } from '#tests/setup/database.ts'
import { changedTables, digestRows } from './digest.ts'
import { readsIntent } from './intents.ts'
import { createHandler, loadModules, ROUTES } from './manifest.ts'
import { isLetIn, type Write } from './row.ts'
import { table } from './table.ts'
import { createVisitors, type Visitor } from './visitors.ts'
import {
  addressOf,
  type Cell,
  cellsOf,
  createMaker,
  type Difference,
  forgetAttempts,
  type Handler,
  isAsExpected,
  isDone,
  oneOfEachKind,
  send,
  told,
} from './walk.ts'
import { createWorld } from './world.ts'

const WALK_LIMIT_MS = 120_000

useTestDatabase()

let handle: Handler
let visitors: Visitor[]
let make: ReturnType<typeof createMaker>
const cookies = new Map<Visitor, string | undefined>()
const failures: unknown[] = []
const walked = { cells: 0, routes: new Set<string>(), actions: 0 }

beforeAll(async () => {
  process.env.DEMO = ''
  handle = createHandler(await loadModules(), (error) => failures.push(error))
  const world = await createWorld()
  visitors = await createVisitors(world)
  for (const visitor of visitors) cookies.set(visitor, await visitor.enter())
  make = createMaker(world)
}, WALK_LIMIT_MS)

beforeEach(() => {
  failures.length = 0
  return forgetAttempts().then(() => undefined)
})

afterAll(async () => {
  const { cells, routes, actions } = walked
  console.log(`matrix: ${cells} cells over ${routes.size} routes, ${actions} actions`)
  await closeDb()
})

const nameOf = ({ visitor, whose }: Cell) => [visitor.name, whose].filter(Boolean).join(', ')

/** Fails with the differences of a row, the first forty of them, and with the errors behind them. */
function expectNone(differences: Difference[]) {
  const errors = failures.map((error) => (error instanceof Error ? error.stack : String(error)))
  const found = [...differences, ...new Set(errors)]
  if (found.length === 0) return
  throw new Error(`${found.length} differences from tests/matrix/table:\n${found.slice(0, 40).join('\n')}`)
}

const rows = ROUTES.flatMap((route) => {
  const row = table[route.id]
  return row ? [{ route, row }] : []
})

describe.each(rows.map(({ route, row }) => [route.id, route, row] as const))('%s', (_id, route, row) => {
  if (row.reads !== undefined)
    test(
      'is read by those it is for, and by GET and HEAD nothing changes',
      async () => {
        const differences: Difference[] = []
        const absent = new Map<string, string>()
        const cells = cellsOf(row, row.thing, row.reads ?? 404, visitors)
        for (const cell of cells) await make(row.thing, cell.whose, false)
        const before = await digestRows()
        const shown = new Map<string, Map<string, string>>()
        for (const cell of cells) {
          const made = await make(row.thing, cell.whose, false)
          const asked = {
            path: addressOf(route, made, row.query),
            cookies: [cookies.get(cell.visitor), made.cookie],
          }
          const isFirst = cell.whose === (row.thing?.whose[0] ?? '')
          for (const method of cell.isLetIn || isFirst ? (['GET', 'HEAD'] as const) : (['GET'] as const)) {
            const answer = await send(handle, { ...asked, method })
            walked.cells++
            if (!isAsExpected(answer, cell.expected))
              differences.push(`${method} as ${nameOf(cell)}: ${told(answer)}, expected ${cell.expected}`)
            if (method === 'HEAD') continue
            if (answer.status === 404) absent.set(answer.body, nameOf(cell))
            if (answer.status !== 200) continue
            const copies = answer.headers.get('Cache-Control')
            if (row.copies === 'private' && copies !== 'private, no-store')
              differences.push(`as ${nameOf(cell)}: Cache-Control is ${copies}, expected private, no-store`)
            const said = shown.get(cell.whose) ?? new Map<string, string>()
            shown.set(cell.whose, said.set(answer.body, nameOf(cell)))
          }
        }
        if (absent.size > 1) differences.push(`404 is said in several ways: ${[...absent].join(' | ')}`)
        if (row.copies === 'public')
          for (const bodies of shown.values())
            if (bodies.size > 1)
              differences.push(`it is public, and not the same for ${[...bodies.values()].join(', ')}`)
        const changed = changedTables(before, await digestRows())
        if (changed.length > 0) differences.push(`reading changed ${changed.join(', ')}`)
        walked.routes.add(route.id)
        expectNone(differences)
      },
      WALK_LIMIT_MS,
    )

  if (row.writes === undefined)
    test('changes nothing by any method: there is no action', async () => {
      const differences: Difference[] = []
      const { params } = await make(row.thing, row.thing?.whose[0] ?? '', false)
      const before = await digestRows()
      for (const visitor of oneOfEachKind(visitors)) {
        const asked = { path: addressOf(route, { params }, row.query), cookies: [cookies.get(visitor)] }
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
          const answer = await send(handle, { ...asked, method })
          walked.cells++
          if (answer.status !== 405)
            differences.push(`${method} as ${visitor.name}: ${told(answer)}, expected 405`)
        }
      }
      differences.push(...changedTables(before, await digestRows()))
      expectNone(differences)
    })

  const [first] = Object.entries(row.writes ?? {})
  if (first && readsIntent(route.source))
    test('an intent of nothing is refused', async () => {
      const differences: Difference[] = []
      const thing = first?.[1].thing ?? row.thing
      const made = await make(thing, thing?.whose[0] ?? '', false)
      const before = await digestRows()
      const path = addressOf(route, made, row.query)
      for (const visitor of oneOfEachKind(visitors))
        for (const intent of ['nothing-of-ours', 'constructor', '']) {
          if (!isLetIn(row, visitor.kind) || row.writes?.[intent]) continue
          const form = { intent, ...made.ids }
          const sent = { path, form, cookies: [cookies.get(visitor), made.cookie] }
          const answer = await send(handle, { ...sent, method: 'POST' })
          walked.cells++
          if (answer.status < 400 || answer.status > 499)
            differences.push(`"${intent}" as ${visitor.name}: ${told(answer)}, expected a refusal`)
        }
      differences.push(...changedTables(before, await digestRows()))
      expectNone(differences)
    })

  for (const [intent, write] of Object.entries(row.writes ?? {}))
    test(
      `"${intent}" is done by those it is for, and refused it changes nothing`,
      async () => {
        await walkWrite(intent, write)
      },
      WALK_LIMIT_MS,
    )

  async function act(intent: string, write: Write, cell: Cell) {
    const isFresh = isDone(cell)
    const made = await make(write.thing ?? row.thing, cell.whose, isFresh)
    const cookie = isFresh ? await cell.visitor.enter(write.onSelf) : cookies.get(cell.visitor)
    const fields = typeof write.form === 'function' ? write.form() : write.form
    const form = { ...(intent ? { intent } : {}), ...fields, ...made.ids }
    const path = addressOf(route, made, write.query ?? row.query)
    walked.cells++
    return send(handle, { path, method: 'POST', form, cookies: [cookie, made.cookie] })
  }

  async function walkWrite(intent: string, write: Write) {
    const differences: Difference[] = []
    const absent = new Map<string, string>()
    const cells = cellsOf(row, write.thing ?? row.thing, write.answers, visitors)
    const refused = cells.filter((cell) => !isDone(cell))
    for (const cell of refused) await make(write.thing ?? row.thing, cell.whose, false)
    const judge = async (cell: Cell) => {
      const answer = await act(intent, write, cell)
      if (!isAsExpected(answer, cell.expected))
        differences.push(`as ${nameOf(cell)}: ${told(answer)}, expected ${cell.expected}`)
      if (answer.status === 404) absent.set(answer.body, nameOf(cell))
    }
    const before = await digestRows()
    for (const cell of refused) await judge(cell)
    const changed = changedTables(before, await digestRows())
    if (changed.length > 0) differences.push(`what was refused changed ${changed.join(', ')}`)
    for (const cell of cells) {
      if (!isDone(cell)) continue
      await forgetAttempts()
      await judge(cell)
    }
    if (absent.size > 1) differences.push(`404 is said in several ways: ${[...absent].join(' | ')}`)
    walked.actions++
    walked.routes.add(route.id)
    expectNone(differences)
  }
})
