import { lockAccount } from '#app/db/account-states.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { canChangeAccount } from '#app/domain/account.policy.ts'
import { type Actor, accountIdOf } from '#app/domain/actor.ts'
import { type Result, refuse } from '#app/domain/result.ts'
import { changeStanding } from './change-standing.server.ts'

const CHOOSE = 'Choisissez le bon compte dans la liste.'

/**
 * Suspends an account as a duplicate of another one of the same territory, which is the good one and is active. Refusals:
 * `not_found`, `forbidden`, `transition_impossible`, `invalid_input` on `goodId`.
 */
export function markDuplicate(options: {
  actor: Actor
  accountId: string
  goodId: string
  now: Date
}): Promise<Result<null>> {
  const { actor, accountId, goodId, now } = options
  return inTransaction(async (tx) => {
    // Both in the order of their ids: two agents who say the contrary of each other wait instead of blocking each other.
    const [first = '', second = ''] = [accountId, goodId].sort()
    const locked = [await lockAccount(tx, first), first === second ? null : await lockAccount(tx, second)]
    const account = locked.find((one) => one?.id === accountId)
    const good = locked.find((one) => one?.id === goodId && one.id !== accountId)
    if (!account || !('territoryId' in actor) || account.territoryId !== actor.territoryId)
      return refuse('not_found')
    if (actor.kind !== 'hotline') return refuse('forbidden')
    if (!canChangeAccount(actor, account, 'mark_duplicate')) return refuse('transition_impossible')
    if (!good || good.territoryId !== account.territoryId || good.status !== 'active')
      return refuse('invalid_input', { goodId: [CHOOSE] })
    return changeStanding(tx, {
      account,
      name: 'mark_duplicate',
      byId: accountIdOf(actor),
      duplicateOfId: good.id,
      now,
    })
  })
}
