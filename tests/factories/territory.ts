import { db } from '#app/db/client.server.ts'
import { saveTerritory } from '#app/db/territories.server.ts'
import { type Territory, territorySettingsSchema } from '#app/domain/territory.ts'
import { newId } from '#app/system/id.server.ts'

/** The Aisne, saved. Called again for the same département it changes that one: a test file has one unless it names another. */
export const createTerritory = (overrides: Partial<Territory> = {}): Promise<Territory> =>
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
