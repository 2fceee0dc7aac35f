import { type Commune, searchName } from '#app/domain/commune.ts'
import type { Position } from '#app/domain/geo.ts'
import type { Db } from './client.server.ts'

/** What stood at a commune's centre and follows it: from where, to where. */
export type CentreMove = { inseeCode: string; from: Position; to: Position }

/** Creates or updates many communes in one statement. Former names are kept as they are searched. */
export async function upsertCommunes(tx: Db, communes: readonly Commune[]): Promise<void> {
  const rows = communes.map((commune) => ({
    insee_code: commune.inseeCode,
    departement_code: commune.departementCode,
    name: commune.name,
    search_name: searchName(commune.name),
    postal_codes: commune.postalCodes,
    former_names: commune.formerNames.map(searchName),
    population: commune.population,
    epci_code: commune.epciCode,
    epci_name: commune.epciName,
    latitude: commune.latitude,
    longitude: commune.longitude,
    is_approximate: commune.isApproximate,
  }))
  await tx.$executeRaw`
    insert into commune select * from jsonb_populate_recordset(null::commune, ${JSON.stringify(rows)}::jsonb)
    on conflict (insee_code) do update set
      departement_code = excluded.departement_code, name = excluded.name, search_name = excluded.search_name,
      postal_codes = excluded.postal_codes, former_names = excluded.former_names, population = excluded.population,
      epci_code = excluded.epci_code, epci_name = excluded.epci_name, latitude = excluded.latitude,
      longitude = excluded.longitude, is_approximate = excluded.is_approximate`
}

const movesJson = (moves: readonly CentreMove[]) =>
  JSON.stringify(
    moves.map(({ inseeCode, from, to }) => ({
      code: inseeCode,
      from_latitude: from.latitude,
      from_longitude: from.longitude,
      latitude: to.latitude,
      longitude: to.longitude,
    })),
  )

/** Moves the profiles that stood at these centres; returns their ids. Their version rises. */
export async function moveProfiles(tx: Db, moves: readonly CentreMove[], now: Date): Promise<string[]> {
  if (moves.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update profile set latitude = m.latitude, longitude = m.longitude, version = version + 1, updated_at = ${now}
    from jsonb_to_recordset(${movesJson(moves)}::jsonb) as m (code text, from_latitude float8,
      from_longitude float8, latitude float8, longitude float8)
    where commune_code = m.code and profile.latitude = m.from_latitude and profile.longitude = m.from_longitude
    returning profile.id::text`
  return rows.map(({ id }) => id)
}

/** Moves the offers that stood at these centres; returns their ids. Their version rises. */
export async function moveOffers(tx: Db, moves: readonly CentreMove[], now: Date): Promise<string[]> {
  if (moves.length === 0) return []
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update offer set latitude = m.latitude, longitude = m.longitude, version = version + 1, updated_at = ${now}
    from jsonb_to_recordset(${movesJson(moves)}::jsonb) as m (code text, from_latitude float8,
      from_longitude float8, latitude float8, longitude float8)
    where commune_code = m.code and offer.latitude = m.from_latitude and offer.longitude = m.from_longitude
    returning offer.id::text`
  return rows.map(({ id }) => id)
}
