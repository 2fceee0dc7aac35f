import { db } from '#app/db/client.server.ts'
import { saveTerritory, type TerritoryFacts } from '#app/db/territories.server.ts'
import { saveTerritoryLogo } from '#app/db/territory-logos.server.ts'
import { type Territory, type TerritoryLogo, territorySettingsSchema } from '#app/domain/territory.ts'
import { newId } from '#app/system/id.server.ts'
import { PNG } from './cv-file.ts'

/** The Aisne, saved. Called again for the same département it changes that one: a test file has one unless it names another. */
export const createTerritory = (overrides: Partial<TerritoryFacts> = {}): Promise<Territory> =>
  saveTerritory(db(), {
    id: newId(),
    departementCode: '02',
    name: 'Aisne',
    helpPhone: '+33323248900',
    helpHours: 'lundi–vendredi 9 h–12 h, 13 h 30–17 h 30',
    brandColor: null,
    senderName: 'ACTIFS',
    latitude: 49.5653,
    longitude: 3.62,
    settings: territorySettingsSchema.parse({}),
    ...overrides,
  })

/** A logo of one white point, set on the territory. */
export async function createLogo(territoryId: string): Promise<TerritoryLogo> {
  const logo = {
    hash: '0123456789abcdef0123456789abcdef',
    format: 'png' as const,
    width: 1,
    height: 1,
    alternative: 'Département de l’Aisne',
  }
  await saveTerritoryLogo(db(), territoryId, { ...logo, content: new Uint8Array(PNG) })
  return logo
}
