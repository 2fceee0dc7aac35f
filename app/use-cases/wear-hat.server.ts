import { findHatOwner } from '#app/db/sessions.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { isProofFresh } from '#app/domain/second-factor.ts'
import { type Hat, hatsOf, isSameHat } from '#app/domain/session.ts'
import type { OpenedSession } from './open-session.server.ts'
import { findOwnSession, renewOwnSession } from './renew-own-session.server.ts'

const hatOf = (actor: Actor): Hat | null => {
  if (actor.kind === 'recruiter') return { role: actor.kind, organisationId: actor.organisationId }
  const isHat = !['anonymous', 'newcomer', 'unconfirmed', 'system'].includes(actor.kind)
  return isHat ? ({ role: actor.kind, organisationId: null } as Hat) : null
}

/**
 * Somebody puts on another of her or his hats; the session goes on under a new reference. A second factor given more than five
 * minutes ago does not pass from one hat to another. Refusals: `not_found` for a hat the account has not, `unauthenticated`.
 */
export async function wearHat(options: {
  actor: Actor
  reference: string
  hat: Hat
  now: Date
}): Promise<Result<OpenedSession>> {
  const { actor, reference, hat, now } = options
  const accountId = accountIdOf(actor)
  const present = hatOf(actor)
  if (!accountId || !present) return refuse('unauthenticated')
  return inTransaction(async (tx) => {
    const session = await findOwnSession(tx, { accountId, reference, now })
    const owner = await findHatOwner(tx, accountId)
    if (!session || !owner) return refuse('unauthenticated')
    if (!hatsOf(owner).some((one) => isSameHat(one, hat))) return refuse('not_found')
    const isKept = isSameHat(present, hat) || isProofFresh(session.confirmedAt, now)
    const confirmedAt = isKept ? session.confirmedAt : null
    const renewed = await renewOwnSession(tx, { accountId, session, now }, { worn: hat, confirmedAt })
    return renewed ? ok(renewed) : refuse('unauthenticated')
  })
}
