import { appendEvents } from '#app/db/outbox.server.ts'
import { findTerritoryOf, saveTerritory, type TerritoryFacts } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Commune } from '#app/domain/commune.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { type Territory, territorySettingsSchema } from '#app/domain/territory.ts'
import { newId } from '#app/system/id.server.ts'

/** What a territory shows; only what is given changes. `helpPhone` is E.164. */
export type TerritoryWords = { helpPhone?: string; helpHours?: string }

/**
 * Opens the territory of a département, centred on its people, or changes what its pages show. Refusals: `invalid_input`
 * on what a new territory lacks.
 */
export function importTerritory(options: {
  departementCode: string
  name: string
  communes: readonly Commune[]
  words: TerritoryWords
  now: Date
}): Promise<Result<{ territory: Territory; isNew: boolean }>> {
  const { departementCode, name, communes, words, now } = options
  return inTransaction<{ territory: Territory; isNew: boolean }>(async (tx) => {
    const known = await findTerritoryOf(tx, departementCode)
    if (known)
      return ok({
        territory: await saveTerritory(tx, {
          ...known,
          helpPhone: words.helpPhone ?? known.helpPhone,
          helpHours: words.helpHours ?? known.helpHours,
        }),
        isNew: false,
      })
    const { helpPhone, helpHours } = words
    if (!helpPhone) return refuse('invalid_input', { helpPhone: ['--help-phone'] })
    if (!helpHours) return refuse('invalid_input', { helpHours: ['--help-hours'] })
    const territory: TerritoryFacts = {
      id: newId(),
      departementCode,
      name,
      helpPhone,
      helpHours,
      brandColor: null,
      senderName: 'ACTIFS',
      ...centreOf(communes),
      settings: territorySettingsSchema.parse({}),
    }
    await appendEvents(tx, [{ type: 'territory.changed', payload: { territoryId: territory.id } }], now)
    return ok({ territory: await saveTerritory(tx, territory), isNew: true })
  })
}

/** The mean of the centres, each counted by its people. */
function centreOf(communes: readonly Commune[]): Pick<Territory, 'latitude' | 'longitude'> {
  const weight = (commune: Commune) => Math.max(1, commune.population)
  const total = communes.reduce((sum, commune) => sum + weight(commune), 0)
  const mean = (key: 'latitude' | 'longitude') =>
    communes.reduce((sum, commune) => sum + commune[key] * weight(commune), 0) / total
  return { latitude: mean('latitude'), longitude: mean('longitude') }
}
