import type { Position } from '#app/domain/geo.ts'
import type { CommuneSeed, UnplacedCommune } from './commune-seed.ts'

type Place = Position & { weight: number }

/**
 * Places communes: the known centre where there is one, else the nearest information that is left.
 * In order: the towns of the same postal code and EPCI; two thirds the towns of the postal code and one third
 * those of the EPCI; the communes of the EPCI placed so far; the towns of the arrondissement; all known towns.
 * Means are weighted by population. Throws when no centre at all is known.
 */
export function placeCommunes(
  communes: readonly UnplacedCommune[],
  knownCentres: ReadonlyMap<string, Position>,
): CommuneSeed[] {
  const towns = communes.flatMap((commune) => {
    const centre = knownCentres.get(commune.inseeCode)
    return centre ? [{ commune, place: { ...centre, weight: Math.max(1, commune.population) } }] : []
  })
  const all = mean(towns.map((town) => town.place))
  if (!all) throw new Error('None of these communes has a known centre')
  const townsBy = (keys: (commune: UnplacedCommune) => string[]) => group(towns, keys)
  const byPostalCode = townsBy((commune) => commune.postalCodes)
  const byEpci = townsBy((commune) => (commune.epciCode ? [commune.epciCode] : []))
  const byArrondissement = townsBy((commune) =>
    commune.arrondissementCode ? [commune.arrondissementCode] : [],
  )
  const byBoth = townsBy((commune) => commune.postalCodes.map((code) => `${code} ${commune.epciCode}`))

  const nearTowns = (commune: UnplacedCommune): Position | null => {
    const both = mean(commune.postalCodes.flatMap((code) => byBoth.get(`${code} ${commune.epciCode}`) ?? []))
    if (both) return both
    const postal = mean(commune.postalCodes.flatMap((code) => byPostalCode.get(code) ?? []))
    const epci = mean(byEpci.get(commune.epciCode ?? '') ?? [])
    return postal && epci ? between(postal, epci, 1 / 3) : postal
  }

  const placed = new Map<string, Position>()
  const placedByEpci = new Map<string, Place[]>()
  for (const commune of communes) {
    const position = knownCentres.get(commune.inseeCode) ?? nearTowns(commune)
    if (!position) continue
    placed.set(commune.inseeCode, position)
    if (commune.epciCode) append(placedByEpci, commune.epciCode, { ...position, weight: commune.population })
  }
  return communes.map((commune) => {
    const position =
      placed.get(commune.inseeCode) ??
      mean(placedByEpci.get(commune.epciCode ?? '') ?? []) ??
      mean(byArrondissement.get(commune.arrondissementCode ?? '') ?? []) ??
      all
    return {
      ...commune,
      latitude: round(position.latitude),
      longitude: round(position.longitude),
      isApproximate: !knownCentres.has(commune.inseeCode),
    }
  })
}

function group(
  towns: readonly { commune: UnplacedCommune; place: Place }[],
  keys: (commune: UnplacedCommune) => string[],
): Map<string, Place[]> {
  const groups = new Map<string, Place[]>()
  for (const { commune, place } of towns) for (const key of keys(commune)) append(groups, key, place)
  return groups
}

function append(groups: Map<string, Place[]>, key: string, place: Place) {
  const places = groups.get(key)
  if (places) places.push(place)
  else groups.set(key, [place])
}

function mean(places: readonly Place[]): Position | null {
  const total = places.reduce((sum, place) => sum + place.weight, 0)
  if (total <= 0) return null
  return {
    latitude: places.reduce((sum, place) => sum + place.latitude * place.weight, 0) / total,
    longitude: places.reduce((sum, place) => sum + place.longitude * place.weight, 0) / total,
  }
}

function between(from: Position, to: Position, share: number): Position {
  return {
    latitude: from.latitude + (to.latitude - from.latitude) * share,
    longitude: from.longitude + (to.longitude - from.longitude) * share,
  }
}

const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
