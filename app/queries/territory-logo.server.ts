import { db } from '#app/db/client.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { findLogoContent } from '#app/db/territory-logos.server.ts'
import type { Actor } from '#app/domain/actor.ts'

/** The administrator's own territory: its name, and its logo without its content. */
export async function getTerritoryLogo(actor: Extract<Actor, { kind: 'administrator' }>) {
  const { name, logo } = await getTerritory(db(), actor.territoryId)
  return { name, logo }
}

/** The content of the logo that has this hash, or null. */
export const getLogoContent = (hash: string) => findLogoContent(db(), hash)
