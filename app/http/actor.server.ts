import { redirect } from '@remix-run/node'
import { db } from '#app/db/client.server.ts'
import { findSignedIn, touchSession } from '#app/db/sessions.server.ts'
import type { Actor, ActorKind } from '#app/domain/actor.ts'
import { actorOf, type Hat, hatsOf } from '#app/domain/session.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { throwRefusal } from './respond.server.ts'
import { sessionReference } from './session.server.ts'

// How far behind the last gesture may be, in milliseconds: a page and its resources write once.
const TOUCH_MS = 60_000

type Visitor = { actor: Actor; hats: Hat[] }

const NOBODY: Visitor = { actor: { kind: 'anonymous' }, hats: [] }

const known = new WeakMap<Request, Promise<Visitor>>()

async function readVisitor(request: Request): Promise<Visitor> {
  const reference = sessionReference(request)
  if (!reference) return NOBODY
  const idHash = hashToken(reference)
  const now = systemClock()
  const signedIn = await findSignedIn(db(), idHash, now)
  if (!signedIn) return NOBODY
  const actor = actorOf(signedIn, now)
  if (actor.kind === 'anonymous') return NOBODY
  if (now.getTime() - signedIn.lastSeenAt.getTime() > TOUCH_MS) await touchSession(db(), idHash, now)
  return { actor, hats: hatsOf(signedIn) }
}

/** Who sends this request, with every hat she or he has. Changes nothing but the last gesture. */
export function getVisitor(request: Request): Promise<Visitor> {
  const visitor = known.get(request) ?? readVisitor(request)
  known.set(request, visitor)
  return visitor
}

/** Who sends this request: the account behind its session wearing one hat, or nobody. Changes nothing but the last gesture. */
export const getActor = async (request: Request): Promise<Actor> => (await getVisitor(request)).actor

/** The address at which somebody signs in and then comes back here. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `/connexion?suite=${encodeURIComponent(pathname + search)}`
}

/** Where somebody signed in has to go first, or null. */
function pathBefore(actor: Actor, request: Request): string | null {
  if (actor.kind === 'newcomer') return '/inscription'
  const { pathname, search } = new URL(request.url)
  return actor.kind === 'unconfirmed'
    ? `/connexion/verification?suite=${encodeURIComponent(pathname + search)}`
    : null
}

/**
 * The actor, when it wears one of these hats. Nobody is sent to sign in, a newcomer to the end of the sign-up, a professional
 * to the second factor; another hat is answered 404, as if the page did not exist.
 */
export async function requireActor<K extends Exclude<ActorKind, 'anonymous' | 'system'>>(
  request: Request,
  ...kinds: K[]
): Promise<Extract<Actor, { kind: K }>> {
  const actor = await getActor(request)
  if (actor.kind === 'anonymous') throw redirect(signInPath(request))
  if (!kinds.some((kind) => kind === actor.kind)) {
    const before = pathBefore(actor, request)
    if (before) throw redirect(before)
    throwRefusal({ code: 'not_found' })
  }
  return actor as Extract<Actor, { kind: K }>
}
