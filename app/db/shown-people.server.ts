import type { IsoDate } from '#app/domain/duration.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import type { Db } from './client.server.ts'
import { kmFrom, SHOWN_TO_ORGANISATIONS, wants } from './near-people.server.ts'

/** Whom an organisation looks for, around a position, within a radius in km. Null or empty: any. */
export type PeopleFilter = {
  latitude: number
  longitude: number
  radiusKm: number
  /** Nearest occupation first: people who want an earlier one come before. */
  occupationCodes: readonly string[] | null
  kind: OfferKind | null
  /** One of these is enough. */
  licences: readonly string[]
  /** All of these. */
  skills: readonly string[]
  freeBy: IsoDate | null
}

type Within = { kind: 'territory'; territoryId: string }

// The people of a territory who may be shown, accept to come that far, and are all that is asked; `rank` is 1 for the first occupation.
const FOUND = `select p.id, p.commune_code, k.km, (
    select min(array_position($5::text[], e ->> 'occupationCode')) from jsonb_array_elements(p.projects) e) as rank
  from profile p join account a on a.id = p.account_id cross join lateral (select ${kmFrom('$2', '$3')} as km) k
  where p.territory_id = $1::uuid and ${SHOWN_TO_ORGANISATIONS} and ${wants('$5')}
    and k.km <= least($4::float8, p.limit_km)
    and ($6::text is null or $6::text = any(p.kinds))
    and (cardinality($7::text[]) = 0 or p.licences && $7::text[])
    and p.skills @> $8::text[]
    and ($9::date is null or p.available_from is null or p.available_from <= $9::date)`

const valuesOf = ({ territoryId }: Within, filter: PeopleFilter) => [
  territoryId,
  filter.latitude,
  filter.longitude,
  filter.radiusKm,
  filter.occupationCodes && [...filter.occupationCodes],
  filter.kind,
  [...filter.licences],
  [...filter.skills],
  filter.freeBy,
]

/** The people found, a page at a time: nearest occupation, then nearest place, then id; and how many in all. Distances in km. */
export async function searchShownPeople(
  db: Db,
  scope: Within,
  { page, pageSize, ...filter }: PeopleFilter & { page: number; pageSize: number },
): Promise<{ people: { profileId: string; distanceKm: number }[]; total: number }> {
  const rows = await db.$queryRawUnsafe<{ profileId: string; distanceKm: number; total: number }[]>(
    `select id as "profileId", km as "distanceKm", count(*) over ()::int as total from (${FOUND}) found
     order by rank nulls last, km, id limit $10 offset $11`,
    ...valuesOf(scope, filter),
    pageSize,
    (page - 1) * pageSize,
  )
  return { people: rows.map(({ total: _, ...person }) => person), total: rows[0]?.total ?? 0 }
}

type CommuneCount = {
  code: string
  name: string
  count: number
  distanceKm: number
  /** The commune's centre. */
  latitude: number
  longitude: number
}

/** How many of the people found live in each commune, which is all that is known of where: most first, then by name. */
export const countShownPeopleByCommune = (
  db: Db,
  scope: Within,
  filter: PeopleFilter,
): Promise<CommuneCount[]> =>
  db.$queryRawUnsafe(
    `select c.insee_code as code, c.name, c.latitude, c.longitude, count(*)::int as count, min(found.km) as "distanceKm"
     from (${FOUND}) found join commune c on c.insee_code = found.commune_code
     group by c.insee_code, c.name order by count desc, c.name`,
    ...valuesOf(scope, filter),
  )
