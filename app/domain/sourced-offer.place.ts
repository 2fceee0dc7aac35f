import { type Commune, searchName } from './commune.ts'
import { distanceKm, isPosition, type Position } from './geo.ts'
import type { SourcedPlace } from './sourced-offer.ts'

/** A position farther than this from its commune's centre, in km, is a mistake of the source. */
const MAX_FROM_CENTRE_KM = 30
/** A position alone places an offer in the nearest commune when its centre is this near, in km. */
const MAX_TO_NEAREST_KM = 10

export type CommuneIndex = {
  communes: readonly Commune[]
  byCode: ReadonlyMap<string, Commune>
  byName: ReadonlyMap<string, Commune[]>
  byPostalCode: ReadonlyMap<string, Commune[]>
  departements: ReadonlySet<string>
}

export type Placed = { commune: Commune; position: Position }

/** The communes of the territory and its surroundings, ready to be looked up. */
export function indexCommunes(communes: readonly Commune[]): CommuneIndex {
  const byName = new Map<string, Commune[]>()
  const byPostalCode = new Map<string, Commune[]>()
  const add = (map: Map<string, Commune[]>, key: string, commune: Commune) => {
    const list = map.get(key)
    if (list) list.push(commune)
    else map.set(key, [commune])
  }
  for (const commune of communes) {
    for (const name of new Set([commune.name, ...commune.formerNames].map(searchName)))
      add(byName, name, commune)
    for (const code of commune.postalCodes) add(byPostalCode, code, commune)
  }
  return {
    communes,
    byCode: new Map(communes.map((commune) => [commune.inseeCode, commune])),
    byName,
    byPostalCode,
    departements: new Set(communes.map((commune) => commune.departementCode)),
  }
}

/**
 * Places an offer: by its commune's code, else by the town's name with the postal code or the département, else by a postal
 * code that one commune has, else by its position. The position given counts when it is near that commune, else the
 * commune's centre is taken. Returns the reason when the place is not known here.
 */
export function placeSourcedOffer(
  place: SourcedPlace,
  index: CommuneIndex,
): { ok: true; value: Placed } | { ok: false; reason: string } {
  const position = place.position && isPosition(place.position) ? place.position : null
  const commune =
    (place.inseeCode ? index.byCode.get(place.inseeCode) : undefined) ??
    byTown(place, index) ??
    byPostalCode(place, index, position) ??
    (position ? nearest(position, communesAround(place, index), MAX_TO_NEAREST_KM) : null)
  if (!commune) return { ok: false, reason: unknownPlace(place, index) }
  const isNear = position && distanceKm(position, commune) <= MAX_FROM_CENTRE_KM
  return { ok: true, value: { commune, position: isNear ? position : centreOf(commune) } }
}

const centreOf = ({ latitude, longitude }: Commune): Position => ({ latitude, longitude })

function byTown(place: SourcedPlace, index: CommuneIndex): Commune | null {
  if (!place.label) return null
  const named = index.byName.get(searchName(place.label)) ?? []
  const fits =
    named.filter(({ postalCodes }) => place.postalCode && postalCodes.includes(place.postalCode))[0] ??
    named
      .filter(({ departementCode }) => !place.departementCode || departementCode === place.departementCode)
      .sort((a, b) => b.population - a.population)[0]
  return fits ?? null
}

function byPostalCode(place: SourcedPlace, index: CommuneIndex, position: Position | null): Commune | null {
  const communes = place.postalCode ? (index.byPostalCode.get(place.postalCode) ?? []) : []
  if (communes.length <= 1) return communes[0] ?? null
  return position && nearest(position, communes, MAX_FROM_CENTRE_KM)
}

const communesAround = (place: SourcedPlace, index: CommuneIndex) =>
  place.departementCode
    ? index.communes.filter(({ departementCode }) => departementCode === place.departementCode)
    : index.communes

function nearest(position: Position, communes: readonly Commune[], withinKm: number): Commune | null {
  let best: Commune | null = null
  let bestKm = withinKm
  for (const commune of communes) {
    const km = distanceKm(position, commune)
    if (km <= bestKm) {
      best = commune
      bestKm = km
    }
  }
  return best
}

function unknownPlace(place: SourcedPlace, index: CommuneIndex): string {
  const { departementCode, inseeCode, label, postalCode } = place
  if (departementCode && !index.departements.has(departementCode))
    return `hors du territoire (département ${departementCode})`
  const given = [inseeCode, postalCode, label].filter(Boolean).join(', ')
  return given ? `commune not found (${given})` : 'no place of work'
}
