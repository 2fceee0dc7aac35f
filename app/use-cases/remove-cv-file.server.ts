import { db } from '#app/db/client.server.ts'
import { removeCvFile as remove } from '#app/db/cv-files.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** A candidate takes her or his file of CV away. Refusals: `forbidden`, `not_found`. */
export async function removeCvFile({ actor }: { actor: Actor }): Promise<Result<null>> {
  if (actor.kind !== 'candidate') return refuse('forbidden')
  return (await remove(db(), scopeOf(actor), actor.profileId)) ? ok(null) : refuse('not_found')
}
