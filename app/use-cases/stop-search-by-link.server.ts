import { findAccountOfProfile } from '#app/db/accounts.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findSavedSearch, findSavedSearchByToken, saveSavedSearch } from '#app/db/saved-searches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { decideSearch } from '#app/domain/saved-search.ts'

/** Whoever holds the link of a message stops the search that it tells of, without signing in. Refusal: `not_found`. */
export function stopSearchByLink({ token, now }: { token: string; now: Date }): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const found = await findSavedSearchByToken(tx, token)
    const account = found && (await findAccountOfProfile(tx, found.profileId))
    if (!account) return refuse('not_found')
    await lockThing(tx, 'account', account.id)
    const search = await findSavedSearch(tx, { kind: 'system' }, found.id)
    if (!search) return refuse('not_found')
    await saveSavedSearch(tx, decideSearch(search, { kind: 'pause' }, now))
    return ok(null)
  })
}
