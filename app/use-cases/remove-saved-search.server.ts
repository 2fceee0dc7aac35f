import { db } from '#app/db/client.server.ts'
import { removeSavedSearch as remove } from '#app/db/saved-searches.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** A candidate removes a search of her or his own: nothing more is told of it. Refusal: `not_found`. */
export async function removeSavedSearch(options: {
  actor: Actor
  savedSearchId: string
}): Promise<Result<null>> {
  const isRemoved = await remove(db(), scopeOf(options.actor), options.savedSearchId)
  return isRemoved ? ok(null) : refuse('not_found')
}
