import { lockAccount } from '#app/db/account-states.server.ts'
import { deleteCodesOf } from '#app/db/sign-in-codes.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, isProfessional } from '#app/domain/actor.ts'
import { canFindPeople } from '#app/domain/registration-on-behalf.policy.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/**
 * The hotline lets somebody who asked for too many codes, or typed too many wrong ones, start again at once. The limits of an
 * address stay. Refusals: `forbidden`, `not_found`.
 */
export function clearSignInCodes(options: { actor: Actor; accountId: string }): Promise<Result<null>> {
  const { actor, accountId } = options
  return inTransaction(async (tx) => {
    if (!canFindPeople(actor)) return refuse('forbidden')
    const account = await lockAccount(tx, accountId)
    if (!account || account.territoryId !== actor.territoryId || isProfessional(account.role))
      return refuse('not_found')
    await deleteCodesOf(tx, accountId)
    return ok(null)
  })
}
