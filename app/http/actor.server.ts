import { redirect } from '@remix-run/node'
import { db } from '#app/db/client.server.ts'
import { findSignedIn } from '#app/db/sessions.server.ts'
import type { Actor, ActorKind } from '#app/domain/actor.ts'
import { actorOf } from '#app/domain/session.ts'
import { systemClock } from '#app/system/clock.server.ts'
import { hashToken } from '#app/system/secrets.server.ts'
import { throwRefusal } from './respond.server.ts'
import { sessionReference } from './session.server.ts'

const known = new WeakMap<Request, Promise<Actor>>()

async function readActor(request: Request): Promise<Actor> {
  const reference = sessionReference(request)
  const signedIn = reference && (await findSignedIn(db(), hashToken(reference), systemClock()))
  return signedIn ? actorOf(signedIn) : { kind: 'anonymous' }
}

/** Who sends this request: the account behind its session wearing one hat, or nobody. Changes nothing. */
export function getActor(request: Request): Promise<Actor> {
  const actor = known.get(request) ?? readActor(request)
  known.set(request, actor)
  return actor
}

/** The address at which somebody signs in and then comes back here. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `/connexion?suite=${encodeURIComponent(pathname + search)}`
}

/**
 * The actor, when it wears one of these hats. Nobody is sent to sign in; another hat is answered 404, as if the page did
 * not exist.
 */
export async function requireActor<K extends Exclude<ActorKind, 'anonymous' | 'system'>>(
  request: Request,
  ...kinds: K[]
): Promise<Extract<Actor, { kind: K }>> {
  const actor = await getActor(request)
  if (actor.kind === 'anonymous') throw redirect(signInPath(request))
  if (!kinds.some((kind) => kind === actor.kind)) throwRefusal({ code: 'not_found' })
  return actor as Extract<Actor, { kind: K }>
}
