import type { IsoDate } from '#app/domain/duration.ts'
import { EARTH_RADIUS_M } from '#app/domain/geo.ts'
import type { Db } from './client.server.ts'
import { isLive } from './live-applications.ts'

const EARTH_RADIUS_KM = EARTH_RADIUS_M / 1000

type Around = {
  territoryId: string
  profileId: string
  latitude: number
  longitude: number
  withinKm: number
  /** Null: any. Offers that ask for no occupation in particular are always among them. */
  occupationCodes: readonly string[] | null
  today: IsoDate
  maxApplications: number
  limit: number
}

/**
 * The ids of the nearest published offers within a distance in km, nearest first, ties by id: those that still take
 * answers, are not over, and that this person neither declined nor applied to; at most `limit`.
 */
export async function listNearOfferIds(db: Db, around: Around): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `select id from (
       select o.id, 2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(
         sin(radians(o.latitude - $3::float8) / 2) ^ 2
         + cos(radians(o.latitude)) * cos(radians($3::float8)) * sin(radians(o.longitude - $4::float8) / 2) ^ 2))) as km
       from offer o
       where o.territory_id = $1::uuid and o.state = 'published'
         and ($5::text[] is null or o.occupation_code is null or o.occupation_code = any($5::text[]))
         and (o.ends_on is null or o.ends_on >= $6::date)
         and not exists (select 1 from match m where m.offer_id = o.id and m.profile_id = $2::uuid
           and m.state in ('declined', 'applied'))
         and not exists (select 1 from application a where a.offer_id = o.id and a.profile_id = $2::uuid
           and ${isLive('a')})
         and (select count(*) from application a where a.offer_id = o.id
           and ${isLive('a')}) < $7) as near
     where km <= $8::float8
     order by km, id
     limit $9`,
    around.territoryId,
    around.profileId,
    around.latitude,
    around.longitude,
    around.occupationCodes,
    around.today,
    around.maxApplications,
    around.withinKm,
    around.limit,
  )
  return rows.map(({ id }) => id)
}
