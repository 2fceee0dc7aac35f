import { type CommuneSeed, departementOf } from './commune-seed.ts'

/** A row that was left out: its place in the list (from 0), its INSEE code when it has one, and why. */
export type RejectedCommune = { index: number; code: string | null; reason: string }

type Row = Record<string, unknown>

/**
 * Reads the communes that geo.api.gouv.fr answers
 * (`fields=nom,code,codesPostaux,population,siren,codeEpci,centre`; `epci` is read too when it is there).
 * Returns the good rows as communes with their own centre, and each bad row with its index and the reason.
 */
export function parseGeoApiCommunes(json: unknown): { communes: CommuneSeed[]; rejected: RejectedCommune[] } {
  if (!Array.isArray(json)) {
    return { communes: [], rejected: [{ index: 0, code: null, reason: 'expected a list of communes' }] }
  }
  const communes = new Map<string, CommuneSeed>()
  const rejected: RejectedCommune[] = []
  for (const [index, row] of json.entries()) {
    const commune = readRow(row)
    if (typeof commune === 'string') rejected.push({ index, code: codeOf(row), reason: commune })
    else if (communes.has(commune.inseeCode)) {
      rejected.push({ index, code: commune.inseeCode, reason: `duplicate of commune ${commune.inseeCode}` })
    } else communes.set(commune.inseeCode, commune)
  }
  return { communes: [...communes.values()], rejected }
}

/** Returns the same communes with what geo.api.gouv.fr leaves out (EPCI's name, arrondissement, former names) taken from `reference`. */
export function completeCommunes(
  communes: readonly CommuneSeed[],
  reference: readonly CommuneSeed[],
): CommuneSeed[] {
  const known = new Map(reference.map((commune) => [commune.inseeCode, commune]))
  const epciNames = new Map(reference.map((commune) => [commune.epciCode, commune.epciName]))
  return communes.map((commune) => {
    const other = known.get(commune.inseeCode)
    return {
      ...commune,
      arrondissementCode: commune.arrondissementCode ?? other?.arrondissementCode ?? null,
      epciName: commune.epciName ?? (commune.epciCode ? (epciNames.get(commune.epciCode) ?? null) : null),
      formerNames: commune.formerNames.length > 0 ? commune.formerNames : (other?.formerNames ?? []),
    }
  })
}

function readRow(row: unknown): CommuneSeed | string {
  if (!isRow(row)) return 'expected an object'
  const code = row.code
  if (typeof code !== 'string' || !/^(\d\d|2[AB])\d{3}$/.test(code)) {
    return `wrong INSEE code ${JSON.stringify(code ?? null)}`
  }
  const departementCode = departementOf(code)
  if (row.codeDepartement !== undefined && row.codeDepartement !== departementCode) {
    return `commune ${code} is not in département ${JSON.stringify(row.codeDepartement)}`
  }
  if (typeof row.nom !== 'string' || row.nom.trim() === '') return 'missing name'
  const postalCodes = row.codesPostaux
  if (!Array.isArray(postalCodes) || postalCodes.length === 0) return 'no postal code'
  const wrongPostalCode = postalCodes.find((value) => typeof value !== 'string' || !/^\d{5}$/.test(value))
  if (wrongPostalCode !== undefined) return `wrong postal code ${JSON.stringify(wrongPostalCode)}`
  const population = row.population ?? 0
  if (typeof population !== 'number' || !Number.isInteger(population) || population < 0) {
    return `wrong population ${JSON.stringify(row.population)}`
  }
  const centre = readCentre(row.centre, departementCode)
  if (typeof centre === 'string') return centre
  const epci = isRow(row.epci) ? row.epci : {}
  return {
    inseeCode: code,
    name: row.nom.trim(),
    postalCodes: postalCodes as string[],
    population,
    departementCode,
    arrondissementCode: null,
    epciCode: text(row.codeEpci) ?? text(epci.code),
    epciName: text(epci.nom),
    ...centre,
    isApproximate: false,
    formerNames: [],
  }
}

function readCentre(
  centre: unknown,
  departementCode: string,
): { latitude: number; longitude: number } | string {
  if (!isRow(centre)) return 'missing centre'
  if (centre.type !== 'Point' || !Array.isArray(centre.coordinates) || centre.coordinates.length < 2) {
    return 'centre is not a point'
  }
  const [longitude, latitude] = centre.coordinates as unknown[]
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return 'centre is not made of numbers'
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return 'centre is not made of numbers'
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    return `centre out of range: longitude ${longitude}, latitude ${latitude}`
  }
  const isMainland = departementCode.length === 2
  if (isMainland && (latitude < 41 || latitude > 51.5 || longitude < -5.5 || longitude > 10)) {
    return `centre outside mainland France: longitude ${longitude}, latitude ${latitude} (expected in this order)`
  }
  return { latitude, longitude }
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

const codeOf = (row: unknown) => (isRow(row) ? text(row.code) : null)
