import { db } from '#app/db/client.server.ts'
import type { RawForm } from '#app/http/forms.server.ts'
import { requestTo, unknownId } from '#tests/setup/request.ts'
import type { ManifestRoute } from './manifest.ts'
import { type Answers, expectedOf, isLetIn, type Made, type Outcome, type Row, type Thing } from './row.ts'
import type { Visitor } from './visitors.ts'
import type { World } from './world.ts'

export type Walked = { status: number; location: string; headers: Headers; body: string }
export type Handler = (request: Request) => Promise<Response>

/** One answer that the table did not expect. */
export type Difference = string

/** A world being walked: who comes with which cookie, what is made for them, what failed on the way, how much was asked. */
export type Walk = {
  world: World
  handle: Handler
  visitors: Visitor[]
  cookies: Map<Visitor, string | undefined>
  make: ReturnType<typeof createMaker>
  failures: unknown[]
  walked: { cells: number; routes: Set<string>; actions: number }
  /** Which cells of a row are walked: all of them but for whoever looks for something in particular. */
  asks: (cell: Cell) => boolean
}

const AT_ONCE = 6

/** Does the work for every item, a few at a time: most of it waits for the database. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, turn))
}

/** Makes everything anew from now on, as in a world where nothing was made. */
export const forgetThings = (walk: Walk): void => {
  walk.make = createMaker(walk.world)
}

/** The differences that a check finds, and the errors behind them. */
export async function findDifferences(
  walk: Walk,
  find: (walk: Walk) => Promise<Difference[]>,
): Promise<string[]> {
  walk.failures.length = 0
  await forgetAttempts()
  const differences = await find(walk)
  const errors = walk.failures.map((error) => (error instanceof Error ? (error.stack ?? '') : String(error)))
  return [...differences, ...new Set(errors)]
}

const MALFORMED = 'x'

/** Whose things a row is walked with, the two ids of nothing included. */
export const whoseOf = (thing: Thing | undefined): string[] =>
  thing ? [...thing.whose, 'unknown', 'malformed'] : ['']

const replaced = (record: Record<string, string> | undefined, value: () => string) =>
  record && Object.fromEntries(Object.keys(record).map((name) => [name, value()]))

/** Makes the things of a row; what is refused shares them, as nothing changes. */
export function createMaker(world: World) {
  const kept = new Map<Thing, Map<string, Promise<Made>>>()
  const keep = (thing: Thing, whose: string) => {
    const made = kept.get(thing) ?? new Map<string, Promise<Made>>()
    kept.set(thing, made)
    const one = made.get(whose) ?? thing.make(world, whose)
    made.set(whose, one)
    return one
  }
  return async (thing: Thing | undefined, whose: string, isFresh: boolean): Promise<Made> => {
    if (!thing) return {}
    const [first = ''] = thing.whose
    if (whose !== 'unknown' && whose !== 'malformed')
      return isFresh ? thing.make(world, whose) : keep(thing, whose)
    const { params, ids, cookie } = await keep(thing, first)
    const value = whose === 'unknown' ? unknownId : () => MALFORMED
    return { params: replaced(params, value), ids: replaced(ids, value), cookie }
  }
}

/** The address of a route for a thing. */
export const addressOf = (route: ManifestRoute, made: Made, query = ''): string =>
  route.path.replace(/:(\w+)\??/g, (_, name: string) =>
    encodeURIComponent(made.params?.[name] ?? unknownId()),
  ) + query

type Sent = {
  path: string
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  form?: RawForm
  cookies: (string | undefined)[]
}

/** Sends a request with these cookies; a form goes with everything but GET and HEAD. */
export async function send(handle: Handler, options: Sent): Promise<Walked> {
  const cookie = options.cookies.filter(Boolean).join('; ')
  const isSent = options.method !== 'GET' && options.method !== 'HEAD'
  const form = isSent ? { form: options.form ?? {} } : {}
  const request = requestTo(options.path, { ...(cookie ? { cookie } : {}), ...form })
  const response = await handle(new Request(request, { method: options.method }))
  const location = response.headers.get('Location') ?? ''
  return { status: response.status, location, headers: response.headers, body: await response.text() }
}

/** True when the answer is the one expected. */
export function isAsExpected({ status, location }: Walked, expected: Outcome): boolean {
  if (typeof expected === 'number') return status === expected
  if (status < 300 || status > 399 || location === '') return false
  const { pathname } = new URL(location, 'http://127.0.0.1:3000')
  return expected.endsWith('*') ? pathname.startsWith(expected.slice(0, -1)) : pathname === expected
}

export const told = ({ status, location, body }: Walked): string =>
  location ? `${status} to ${location}` : `${status}${status < 400 ? '' : ` ${body.slice(0, 300)}`}`

/** Attempts are counted for people; the walk is none. */
export const forgetAttempts = () => db().rateLimit.deleteMany()

export type Cell = { visitor: Visitor; whose: string; expected: Outcome; isLetIn: boolean }

/** The first visitor of each kind. */
export const oneOfEachKind = (visitors: Visitor[]): Visitor[] =>
  visitors.filter((visitor, at) => visitors.findIndex(({ kind }) => kind === visitor.kind) === at)

/**
 * Every cell of a row: each visitor with the first thing; with the others each visitor whom the guard let in, and one of
 * each kind that it did not, as it has not looked at the thing.
 */
export function cellsOf(row: Row, thing: Thing | undefined, answers: Answers, visitors: Visitor[]): Cell[] {
  const some = new Set(oneOfEachKind(visitors))
  const [first] = whoseOf(thing)
  return whoseOf(thing).flatMap((whose) =>
    visitors
      .map((visitor) => ({ visitor, whose, isLetIn: isLetIn(row, visitor.kind) }))
      .filter(
        ({ visitor, isLetIn: isIn }) =>
          whose === first || some.has(visitor) || (isIn && row.for !== 'anybody'),
      )
      .map((cell) => ({ ...cell, expected: expectedOf(row, answers, { ...cell.visitor, whose }) })),
  )
}

/** True when the table expects this cell to do what it asks: then it has a thing of its own. */
export const isDone = ({ expected, isLetIn }: Cell): boolean =>
  isLetIn && (typeof expected === 'string' || expected < 400)
