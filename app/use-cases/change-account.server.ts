import { lockAccount } from '#app/db/account-states.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canChangeAccount } from '#app/domain/account.policy.ts'
import type { AccountTransition } from '#app/domain/account.transitions.ts'
import { accountTransition, standingOf } from '#app/domain/account.transitions.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { changeStanding } from './change-standing.server.ts'

/** What one person alone may do to an account. A duplicate names the good account, and has a use case of its own. */
export type SingleTransition = Exclude<
  AccountTransition,
  'suspend' | 'lift' | 'mark_duplicate' | 'fall_asleep'
>

/**
 * Stops an account at its person's request, or lets it go on, as its person or the hotline. Refusals: `not_found` out of the
 * actor's reach, `transition_impossible` when the account stands otherwise, `forbidden`.
 */
export function changeAccount(options: {
  actor: Actor
  accountId: string
  name: SingleTransition
  now: Date
}): Promise<Result<null>> {
  const { actor, accountId, name, now } = options
  return inTransaction(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account || !('territoryId' in actor) || account.territoryId !== actor.territoryId)
      return refuse('not_found')
    if (!canChangeAccount(actor, account, name)) {
      const isLate = !accountTransition(name).from.includes(standingOf(account))
      return refuse(isLate ? 'transition_impossible' : 'forbidden')
    }
    return changeStanding(tx, { account, name, byId: accountIdOf(actor), now })
  })
}
