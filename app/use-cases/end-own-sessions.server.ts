import { endOneSession, endOtherSessions } from '#app/db/own-sessions.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { hashToken } from '#app/system/secrets.server.ts'

/**
 * Somebody ends one of her or his sessions, named by its `idHash`, or `others`: all but this one. Refusals: `not_found` for a
 * session of somebody else, `unauthenticated`.
 */
export async function endOwnSessions(options: {
  actor: Actor
  reference: string
  which: { idHash: string } | 'others'
  now: Date
}): Promise<Result<null>> {
  const { actor, reference, which, now } = options
  const accountId = accountIdOf(actor)
  if (!accountId) return refuse('unauthenticated')
  return inTransaction(async (tx) => {
    if (which === 'others') await endOtherSessions(tx, { accountId, idHash: hashToken(reference), now })
    else if (!(await endOneSession(tx, { accountId, ...which, now }))) return refuse('not_found')
    return ok(null)
  })
}
