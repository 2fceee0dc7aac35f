import { EARTH_RADIUS_M, type Position } from '#app/domain/geo.ts'
import type { ListedOrganisation } from '#app/domain/organisation-search.ts'
import type { Db } from './client.server.ts'

const EARTH_RADIUS_KM = EARTH_RADIUS_M / 1000

/** `words` in small letters without accents: each is in the name or the activity. */
type Asked = { words: readonly string[]; near: Position | null; page: number; pageSize: number }

const DIRECTORY = `
  with found as (
    select o.id, o.kind, o.name, o.activity, c.name as "communeName",
      case when $2::float8 is not null then 2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(
        sin(radians(c.latitude - $2::float8) / 2) ^ 2 + cos(radians(c.latitude)) * cos(radians($2::float8))
        * sin(radians(c.longitude - $3::float8) / 2) ^ 2))) end as "distanceKm",
      count(*) over () as total
    from organisation o join commune c on c.insee_code = o.commune_code
    where o.state = 'verified' and not exists (
      select 1 from unnest($1::text[]) word
      where strpos(lower(immutable_unaccent(o.name || ' ' || coalesce(o.activity, ''))), word) = 0)
    order by "distanceKm", lower(immutable_unaccent(o.name)), o.id
    limit $4 offset $5)
  select found.*, (select count(*) from offer p where p.organisation_id = found.id and p.state = 'published') as offers
  from found order by "distanceKm", lower(immutable_unaccent(name)), id`

type Row = Omit<ListedOrganisation, 'offers'> & { offers: bigint; total: bigint }

/**
 * A page (from 1) of the verified organisations whose name or activity holds these words, nearest first when a place is given, else in
 * the order of their names; and how many there are. Distances in km, from the place to the centre of their commune.
 */
export async function listOrganisations(
  db: Db,
  { words, near, page, pageSize }: Asked,
): Promise<{ organisations: ListedOrganisation[]; total: number }> {
  const rows = await db.$queryRawUnsafe<Row[]>(
    DIRECTORY,
    words,
    near?.latitude ?? null,
    near?.longitude ?? null,
    pageSize,
    (page - 1) * pageSize,
  )
  return {
    organisations: rows.map(({ total: _, offers, ...organisation }) => ({
      ...organisation,
      offers: Number(offers),
    })),
    total: Number(rows[0]?.total ?? 0),
  }
}
