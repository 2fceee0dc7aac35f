import { communesNamed, type NamedCommune } from '#app/domain/commune.search.ts'
import type { Commune } from '#app/domain/commune.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import type { Territory, TerritorySettings } from '#app/domain/territory.ts'
import { db } from './client.server.ts'
import { listNamedCommunes } from './communes.server.ts'
import { listEveryLabel, listOccupations } from './occupations.server.ts'
import { keepWhileStamped, readStamps, type Stamps } from './stamps.server.ts'
import { listTerritories } from './territories.server.ts'

/**
 * What seldom changes: territories by département, communes with the most peopled first, occupations by label, and what each
 * code of an occupation, skill, licence or certificate is called.
 */
export type Reference = {
  territories: readonly Territory[]
  communes: readonly NamedCommune[]
  occupations: readonly Occupation[]
  labels: ReadonlyMap<string, string>
}

const keep = keepWhileStamped<Reference>('reference', 1)

async function read(): Promise<Reference> {
  const [territories, communes, occupations, labels] = await Promise.all([
    listTerritories(db()),
    listNamedCommunes(db()),
    listOccupations(db()),
    listEveryLabel(db()),
  ])
  const words = labels.map(({ code, label }) => [code, label] as const)
  return { territories, communes, occupations, labels: new Map(words) }
}

/** The reference as it stands, from memory unless it has changed. `stamps`: those that the caller has just read. */
export const readReference = async (stamps?: Stamps): Promise<Reference> =>
  keep(stamps ?? (await readStamps()), 'all', read)

/** The territory with this id; without one, that whose pages are shown to people not signed in. Null when there is none. */
export const territoryIn = ({ territories }: Reference, id: string | null): Territory | null =>
  (id === null ? territories[0] : territories.find((territory) => territory.id === id)) ?? null

/** The settings of the territory with this id. Throws when there is none. */
export function settingsIn(reference: Reference, territoryId: string): TerritorySettings {
  const territory = territoryIn(reference, territoryId)
  if (!territory) throw new Error('no such territory')
  return territory.settings
}

/** The commune with this INSEE code, or null. */
export const communeIn = ({ communes }: Reference, inseeCode: string): Commune | null =>
  communes.find((commune) => commune.inseeCode === inseeCode) ?? null

/** Communes by what a person typed: name or former name without accents, start first, or a postal code. Most peopled first. */
export const searchCommunes = async (text: string, limit: number): Promise<Commune[]> =>
  communesNamed((await readReference()).communes, text, limit)
