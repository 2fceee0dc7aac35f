import { findAccount } from '#app/db/accounts.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findSavedSearch, saveSavedSearch } from '#app/db/saved-searches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { decideSearch, type SearchAction } from '#app/domain/saved-search.ts'
import { refuseUnreachable } from './refuse-unreachable.server.ts'

/**
 * A candidate changes how a search of her or his own is told, pauses it or resumes it. Refusals: `forbidden`, `not_found`,
 * `invalid_input` on `channel`.
 */
export function changeSavedSearch(options: {
  actor: Actor
  savedSearchId: string
  action: SearchAction
  now: Date
}): Promise<Result<null>> {
  const { actor, savedSearchId, action, now } = options
  return inTransaction(async (tx) => {
    if (actor.kind !== 'candidate') return refuse('forbidden')
    await lockThing(tx, 'account', actor.accountId)
    const search = await findSavedSearch(tx, scopeOf(actor), savedSearchId)
    if (!search) return refuse('not_found')
    const unreachable =
      action.kind === 'change'
        ? refuseUnreachable(await findAccount(tx, actor.accountId), action.how.channel)
        : null
    if (unreachable) return unreachable
    await saveSavedSearch(tx, decideSearch(search, action, now))
    return ok(null)
  })
}
