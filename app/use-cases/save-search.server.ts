import { findAccount } from '#app/db/accounts.server.ts'
import { findCommune } from '#app/db/communes.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { createSavedSearch, listSavedSearches } from '#app/db/saved-searches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { askedOffersParams, parseAskedOffers } from '#app/domain/offer-search.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import type { HowToldForm } from '#app/domain/saved-search.schema.ts'
import { MOST_SEARCHES, nextLook } from '#app/domain/saved-search.ts'
import { newId } from '#app/system/id.server.ts'
import { refuseUnreachable } from './refuse-unreachable.server.ts'

/**
 * A candidate asks to be told of the new offers of a search: the parameters of its address, its place said by a commune's code.
 * Returns its id. The same search twice is once. Refusals: `forbidden`, `invalid_input` on `channel` without that contact and on
 * `place` when no commune was chosen, `list_full`.
 */
export function saveSearch(options: {
  actor: Actor
  query: string
  how: HowToldForm
  now: Date
}): Promise<Result<{ savedSearchId: string }>> {
  const { actor, query: given, how, now } = options
  return inTransaction(async (tx) => {
    if (actor.kind !== 'candidate') return refuse('forbidden')
    const { profileId, accountId } = actor
    const asked = parseAskedOffers(new URLSearchParams(given))
    const commune = asked.communeCode && (await findCommune(tx, asked.communeCode))
    if ((asked.place || asked.communeCode) && !commune)
      return refuse('invalid_input', { place: ['Choisissez d’abord la commune, dans la recherche.'] })
    const query = askedOffersParams({ ...asked, place: '', sort: 'date', page: 1 }).toString()
    await lockThing(tx, 'account', accountId)
    const unreachable = refuseUnreachable(await findAccount(tx, accountId), how.channel)
    if (unreachable) return unreachable
    const searches = await listSavedSearches(tx, scopeOf(actor), profileId)
    const same = searches.find((search) => search.query === query)
    if (same) return ok({ savedSearchId: same.id })
    if (searches.length >= MOST_SEARCHES) return refuse('list_full')
    const id = newId()
    const fresh = { pausedAt: null, pauseReason: null, since: now, createdAt: now }
    const nextLookAt = nextLook(how.rhythm, now)
    await createSavedSearch(tx, { id, profileId, query, ...how, ...fresh, nextLookAt })
    return ok({ savedSearchId: id })
  })
}
