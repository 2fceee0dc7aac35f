import { db } from '#app/db/client.server.ts'
import { removeCvEntry as remove } from '#app/db/cv-entries.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** A candidate takes a line out of her or his CV. Refusal: `not_found`. */
export async function removeCvEntry(options: { actor: Actor; entryId: string }): Promise<Result<null>> {
  const { actor, entryId } = options
  return (await remove(db(), scopeOf(actor), entryId)) ? ok(null) : refuse('not_found')
}
