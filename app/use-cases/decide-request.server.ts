import { lockAccount } from '#app/db/account-states.server.ts'
import { findRequest, saveDecision } from '#app/db/suspension-requests.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canDecide } from '#app/domain/account.policy.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import type { RequestDecision } from '#app/domain/suspension-request.ts'
import { changeStanding } from './change-standing.server.ts'

/**
 * The second person accepts or declines what somebody else proposed; accepted, the account stops or goes on at once. Refusals:
 * `not_found`, `transition_impossible` once decided, `forbidden` for whoever proposed it and for any other role.
 */
export function decideRequest(options: {
  actor: Actor
  requestId: string
  decision: RequestDecision
  now: Date
}): Promise<Result<null>> {
  const { actor, requestId, decision, now } = options
  return inTransaction(async (tx) => {
    const decidedById = accountIdOf(actor)
    if (!('territoryId' in actor) || decidedById === null) return refuse('not_found')
    const asked = await findRequest(tx, actor.territoryId, requestId)
    const account = asked && (await lockAccount(tx, asked.accountId))
    // Read again behind the lock: somebody else may have decided meanwhile.
    const request = account && (await findRequest(tx, actor.territoryId, requestId))
    if (!request) return refuse('not_found')
    if (request.decidedAt) return refuse('transition_impossible')
    if (!canDecide(actor, account, request)) return refuse('forbidden')
    if (!(await saveDecision(tx, requestId, { decidedById, decidedAt: now, decision })))
      return refuse('transition_impossible')
    if (decision === 'declined') return ok(null)
    return changeStanding(tx, { account, name: request.kind, byId: decidedById, now })
  })
}
