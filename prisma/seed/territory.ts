import type { TerritoryFacts } from '#app/db/territories.server.ts'
import { territorySettingsSchema } from '#app/domain/territory.ts'

/** The Aisne, and what its pages show. */
export const aisne: Omit<TerritoryFacts, 'id'> = {
  departementCode: '02',
  name: 'Aisne',
  helpPhone: '+33323248900',
  helpHours: 'lundi–vendredi 9 h–12 h, 13 h 30–17 h 30',
  brandColor: null,
  senderName: 'ACTIFS',
  latitude: 49.5653,
  longitude: 3.62,
  settings: territorySettingsSchema.parse({}),
}
