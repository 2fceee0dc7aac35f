import { db } from '#app/db/client.server.ts'
import { removeTerritoryLogo as remove } from '#app/db/territory-logos.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** An administrator takes the territory's logo away. Refusals: `forbidden`. */
export async function removeTerritoryLogo({ actor }: { actor: Actor }): Promise<Result<null>> {
  if (actor.kind !== 'administrator') return refuse('forbidden')
  await remove(db(), actor.territoryId)
  return ok(null)
}
