import { changedTables, digestRows } from './digest.ts'
import { readsIntent } from './intents.ts'
import type { ManifestRoute } from './manifest.ts'
import { isLetIn, type Made, type Row, type Write } from './row.ts'
import {
  addressOf,
  type Cell,
  cellsOf,
  type Difference,
  forgetAttempts,
  inTurns,
  isAsExpected,
  isDone,
  oneOfEachKind,
  send,
  told,
  type Walk,
} from './walk.ts'

/** One thing asked of a row, walked cell by cell: what the table did not expect. */
export type RowCheck = { name: string; find: (walk: Walk) => Promise<Difference[]> }

const nameOf = ({ visitor, whose }: Pick<Cell, 'visitor' | 'whose'>) =>
  [visitor.name, whose].filter(Boolean).join(', ')

/** Differences between words that have to be the same: those of every 404, or of a public page for everybody. */
const unlike = (said: ReadonlyMap<string, string>, what: string, shown: (one: [string, string]) => string) =>
  said.size > 1 ? [`${what} ${[...said].map(shown).join(' | ')}`] : []

const ABSENT = '404 is said in several ways:'

async function walkReads(walk: Walk, route: ManifestRoute, row: Row): Promise<Difference[]> {
  const differences: Difference[] = []
  const absent = new Map<string, string>()
  const shown = new Map<string, Map<string, string>>()
  const cells = cellsOf(row, row.thing, row.reads ?? 404, walk.visitors).filter(walk.asks)
  const some = new Set(oneOfEachKind(walk.visitors))
  const first = row.thing?.whose[0] ?? ''
  const prepared: { cell: Cell; made: Made }[] = []
  for (const cell of cells) prepared.push({ cell, made: await walk.make(row.thing, cell.whose, false) })
  const before = await digestRows()
  await inTurns(prepared, async ({ cell, made }) => {
    const cookies = [walk.cookies.get(cell.visitor), made.cookie]
    const path = addressOf(route, made, row.query)
    const isHeaded = some.has(cell.visitor) && (cell.isLetIn || cell.whose === first)
    for (const method of isHeaded ? (['GET', 'HEAD'] as const) : (['GET'] as const)) {
      const answer = await send(walk.handle, { path, cookies, method })
      walk.walked.cells++
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
  })
  differences.push(...unlike(absent, ABSENT, (one) => one.join()))
  if (row.copies === 'public')
    for (const bodies of shown.values())
      differences.push(...unlike(bodies, 'it is public, and not the same for', ([, name]) => name))
  const changed = changedTables(before, await digestRows())
  if (changed.length > 0) differences.push(`reading changed ${changed.join(', ')}`)
  return differences
}

async function walkMethods(walk: Walk, route: ManifestRoute, row: Row): Promise<Difference[]> {
  const differences: Difference[] = []
  const { params } = await walk.make(row.thing, row.thing?.whose[0] ?? '', false)
  const before = await digestRows()
  await inTurns(oneOfEachKind(walk.visitors), async (visitor) => {
    const asked = {
      path: addressOf(route, params ? { params } : {}, row.query),
      cookies: [walk.cookies.get(visitor)],
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await send(walk.handle, { ...asked, method })
      walk.walked.cells++
      if (answer.status !== 405)
        differences.push(`${method} as ${visitor.name}: ${told(answer)}, expected 405`)
    }
  })
  return [...differences, ...changedTables(before, await digestRows())]
}

async function walkNothings(walk: Walk, route: ManifestRoute, row: Row, write: Write): Promise<Difference[]> {
  const differences: Difference[] = []
  const thing = write.thing ?? row.thing
  const made = await walk.make(thing, thing?.whose[0] ?? '', false)
  const before = await digestRows()
  const path = addressOf(route, made, row.query)
  for (const visitor of oneOfEachKind(walk.visitors))
    for (const intent of ['nothing-of-ours', 'constructor', '']) {
      if (!isLetIn(row, visitor.kind) || row.writes?.[intent]) continue
      const form = { intent, ...made.ids }
      const sent = { path, form, cookies: [walk.cookies.get(visitor), made.cookie] }
      const answer = await send(walk.handle, { ...sent, method: 'POST' })
      walk.walked.cells++
      if (answer.status < 400 || answer.status > 499)
        differences.push(`"${intent}" as ${visitor.name}: ${told(answer)}, expected a refusal`)
    }
  return [...differences, ...changedTables(before, await digestRows())]
}

type Asked = { route: ManifestRoute; row: Row; intent: string; write: Write }

async function act(walk: Walk, { route, row, intent, write }: Asked, cell: Cell) {
  const isFresh = isDone(cell)
  const made = await walk.make(write.thing ?? row.thing, cell.whose, isFresh)
  const cookie = isFresh ? await cell.visitor.enter(write.onSelf) : walk.cookies.get(cell.visitor)
  const fields = typeof write.form === 'function' ? write.form() : write.form
  const form = { ...(intent ? { intent } : {}), ...fields, ...made.ids }
  const path = addressOf(route, made, write.query ?? row.query)
  walk.walked.cells++
  return send(walk.handle, { path, method: 'POST', form, cookies: [cookie, made.cookie] })
}

async function walkWrite(walk: Walk, asked: Asked): Promise<Difference[]> {
  const { row, write } = asked
  const differences: Difference[] = []
  const absent = new Map<string, string>()
  const cells = cellsOf(row, write.thing ?? row.thing, write.answers, walk.visitors).filter(walk.asks)
  const refused = cells.filter((cell) => !isDone(cell))
  for (const cell of refused) await walk.make(write.thing ?? row.thing, cell.whose, false)
  const judge = async (cell: Cell) => {
    const answer = await act(walk, asked, cell)
    if (!isAsExpected(answer, cell.expected))
      differences.push(`as ${nameOf(cell)}: ${told(answer)}, expected ${cell.expected}`)
    if (answer.status === 404) absent.set(answer.body, nameOf(cell))
  }
  const before = await digestRows()
  await inTurns(refused, judge)
  const changed = changedTables(before, await digestRows())
  if (changed.length > 0) differences.push(`what was refused changed ${changed.join(', ')}`)
  for (const cell of cells) {
    if (!isDone(cell)) continue
    await forgetAttempts()
    await judge(cell)
  }
  walk.walked.actions++
  return [...differences, ...unlike(absent, ABSENT, (one) => one.join())]
}

/** All that is asked of a row: read, every method without an action, an intent of nothing, and each of its intents. */
export function checksOf(route: ManifestRoute, row: Row): RowCheck[] {
  const checks: RowCheck[] = []
  const add = (name: string, find: RowCheck['find']) => checks.push({ name, find })
  if (row.reads !== undefined)
    add('is read by those it is for, and by GET and HEAD nothing changes', (walk) =>
      walkReads(walk, route, row),
    )
  if (row.writes === undefined)
    add('changes nothing by any method: there is no action', (walk) => walkMethods(walk, route, row))
  const writes = Object.entries(row.writes ?? {})
  const [first] = writes
  if (first && readsIntent(route.source))
    add('an intent of nothing is refused', (walk) => walkNothings(walk, route, row, first[1]))
  for (const [intent, write] of writes)
    add(`"${intent}" is done by those it is for, and refused it changes nothing`, (walk) =>
      walkWrite(walk, { route, row, intent, write }),
    )
  return checks
}
