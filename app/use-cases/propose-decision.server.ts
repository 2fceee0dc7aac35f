import { lockAccount } from '#app/db/account-states.server.ts'
import { createRequest, findWaitingRequest } from '#app/db/suspension-requests.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canPropose, decisionOn } from '#app/domain/account.policy.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { LEAST_REASON, type RequestKind } from '#app/domain/suspension-request.ts'
import { newId } from '#app/system/id.server.ts'

/**
 * Proposes that somebody else stops an account for a reason, or lets it go on; nothing changes before the second person has
 * decided. `kind` is what the page offered. Refusals: `not_found`, `forbidden`, `invalid_input` on `reason`,
 * `transition_impossible` when a request waits already or the account stands otherwise.
 */
export function proposeDecision(options: {
  actor: Actor
  accountId: string
  kind: RequestKind
  reason: string
  now: Date
}): Promise<Result<{ requestId: string }>> {
  const { actor, accountId, kind, now } = options
  const reason = options.reason.trim()
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account || !('territoryId' in actor) || account.territoryId !== actor.territoryId)
      return refuse('not_found')
    const proposedById = accountIdOf(actor)
    if (!canPropose(actor, account) || proposedById === null) return refuse('forbidden')
    if (reason.length < LEAST_REASON || reason.length > 1000)
      return refuse('invalid_input', { reason: ['Dites en une ou deux phrases ce qui s’est passé.'] })
    if (decisionOn(account) !== kind || (await findWaitingRequest(tx, accountId)))
      return refuse('transition_impossible')
    const requestId = newId()
    await createRequest(tx, {
      id: requestId,
      accountId,
      kind,
      reason,
      proposedById,
      proposedAt: now,
      decidedById: null,
      decidedAt: null,
      decision: null,
    })
    return ok({ requestId })
  })
}
