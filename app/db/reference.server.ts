import { communesNamed, type NamedCommune } from '#app/domain/commune.search.ts'
import type { Commune } from '#app/domain/commune.ts'
import { buildOccupationGraph, type OccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import type { Territory, TerritorySettings } from '#app/domain/territory.ts'
import { db } from './client.server.ts'
import { listNamedCommunes } from './communes.server.ts'
import { listLicences, listOccupations, listSkills } from './occupations.server.ts'
import { keepWhileStamped, readStamps, type Stamps } from './stamps.server.ts'
import { listTerritories } from './territories.server.ts'

type LabelledCode = { code: string; label: string }

/**
 * What seldom changes: territories by département, communes with the most peopled first, occupations, skills, and licences
 * with certificates, each by label, what each code of one of these three is called, and how near occupations are.
 */
export type Reference = {
  territories: readonly Territory[]
  communes: readonly NamedCommune[]
  occupations: readonly Occupation[]
  skills: readonly LabelledCode[]
  licences: readonly LabelledCode[]
  labels: ReadonlyMap<string, string>
  graph: OccupationGraph
}

const keep = keepWhileStamped<Reference>('reference', 1)

async function read(): Promise<Reference> {
  const [territories, communes, occupations, skills, licences] = await Promise.all([
    listTerritories(db()),
    listNamedCommunes(db()),
    listOccupations(db()),
    listSkills(db()),
    listLicences(db()),
  ])
  const labels = new Map([
    ...occupations.map(({ romeCode, label }) => [romeCode, label] as const),
    ...[...skills, ...licences].map(({ code, label }) => [code, label] as const),
  ])
  const graph = buildOccupationGraph(occupations)
  return { territories, communes, occupations, skills, licences, labels, graph }
}

/** The reference as it stands, from memory unless it has changed. `stamps`: those that the caller has just read. */
export const readReference = async (stamps?: Stamps): Promise<Reference> =>
  keep(stamps ?? (await readStamps()), 'all', read)

/** The territory with this id; without one, that whose pages are shown to people not signed in. Null when there is none. */
export const territoryIn = ({ territories }: Reference, id: string | null): Territory | null =>
  (id === null ? territories[0] : territories.find((territory) => territory.id === id)) ?? null

function knownTerritory(reference: Reference, id: string): Territory {
  const territory = territoryIn(reference, id)
  if (!territory) throw new Error('no such territory')
  return territory
}

/** The settings of the territory with this id. Throws when there is none. */
export const settingsIn = (reference: Reference, territoryId: string): TerritorySettings =>
  knownTerritory(reference, territoryId).settings

/** The commune with this INSEE code, or null. */
export const communeIn = ({ communes }: Reference, inseeCode: string): Commune | null =>
  communes.find((commune) => commune.inseeCode === inseeCode) ?? null

/** The communes of this territory's département, by name. Throws when there is no such territory. */
export function communesOf(reference: Reference, territoryId: string): Commune[] {
  const here = knownTerritory(reference, territoryId).departementCode
  return reference.communes
    .filter(({ departementCode }) => departementCode === here)
    .sort((a, b) => Number(a.searchName > b.searchName) - Number(a.searchName < b.searchName))
}

/** The occupation with this ROME code, or null. */
export const occupationIn = ({ occupations }: Reference, romeCode: string): Occupation | null =>
  occupations.find((occupation) => occupation.romeCode === romeCode) ?? null

/** Communes by what a person typed: name or former name without accents, start first, or a postal code. Most peopled first. */
export const searchCommunes = async (text: string, limit: number): Promise<Commune[]> =>
  communesNamed((await readReference()).communes, text, limit)
