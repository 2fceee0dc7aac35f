import type { Role } from '#app/domain/actor.ts'
import type { RawForm } from '#app/http/forms.server.ts'
import type { VisitorName } from './visitors.ts'
import type { World } from './world.ts'

/** What a visitor turns out to be, as `Actor` says. */
export type Kind = 'anonymous' | 'newcomer' | 'unconfirmed' | Role

/** A status, or the address it redirects to: `/connexion` for that path whatever its question, `/offres/*` for what begins so. */
export type Outcome = number | `/${string}`

/** What a page is asked about, in the state that it is in. `ids` are the fields of a form that name it. */
export type Made = { params?: Record<string, string>; ids?: Record<string, string>; cookie?: string }

/**
 * What an address or a form names, and whose it may be. An unknown and a malformed id are walked besides: both answer
 * 404, word for word like somebody else's.
 */
export type Thing<W extends string = string> = {
  whose: readonly W[]
  make(world: World, whose: W): Promise<Made>
}

type ByWhose = Outcome | Record<string, Outcome>

/** One answer for all who are let in, or by whose thing it is, or by visitor (its name, else its kind) and then whose. */
type ByVisitor = { by: Partial<Record<Kind | VisitorName, ByWhose>> }
export type Answers = ByWhose | ByVisitor

export type Write = {
  /** What this intent needs when it is not what the page shows: the same thing in another state, mostly. */
  thing?: Thing
  /** The fields sent with the intent and the ids of the thing. */
  form?: RawForm | (() => RawForm)
  query?: string
  /** True for what changes the visitor's own account: each cell has a person of its own. */
  onSelf?: boolean
  answers: Answers
}

export type Row = {
  /**
   * The hats the guard lets in. Everybody else is sent to sign in (anonymous), to finish signing up (newcomer), to give
   * the second factor (unconfirmed), and answered 404 (any other hat).
   */
  for: readonly Kind[] | 'anybody'
  /** What the guard answers somebody else when it is not that, by the visitor's name or else its kind. */
  others?: Partial<Record<Kind | VisitorName, Outcome>>
  /** `private`: no copy is kept by anybody. `public`: the same for all, word for word. `moving`: public, and never twice the same. */
  copies: 'private' | 'public' | 'moving'
  thing?: Thing
  query?: string
  reads?: Answers
  /** By intent; '' when the action reads none, or for what it does without any. */
  writes?: Record<string, Write>
}

export type Table = Record<`routes/${string}`, Row>

const GUARD: Partial<Record<Kind, Outcome>> = {
  anonymous: '/connexion',
  newcomer: '/inscription',
  unconfirmed: '/connexion/verification',
}

/** True when this visitor gets past the guard of the row. */
export const isLetIn = (row: Row, kind: Kind): boolean => row.for === 'anybody' || row.for.includes(kind)

const isByVisitor = (answers: Answers): answers is ByVisitor => typeof answers === 'object' && 'by' in answers

/** What the table expects of one cell. Throws when it says nothing. */
export function expectedOf(
  row: Row,
  answers: Answers,
  cell: { name: VisitorName; kind: Kind; whose: string },
): Outcome {
  if (!isLetIn(row, cell.kind))
    return row.others?.[cell.name] ?? row.others?.[cell.kind] ?? GUARD[cell.kind] ?? 404
  if (cell.whose === 'unknown' || cell.whose === 'malformed') return 404
  const by = isByVisitor(answers) ? answers.by : null
  const own = by ? (by[cell.name] ?? by[cell.kind]) : (answers as ByWhose)
  const outcome = typeof own === 'object' ? own[cell.whose] : own
  if (outcome === undefined) throw new Error(`the table has no answer for ${cell.name}, ${cell.whose}`)
  return outcome
}
