import { EARTH_RADIUS_M } from '#app/domain/geo.ts'
import type { MatchPerson } from '#app/domain/matching/pair.ts'
import type { OfferKind } from '#app/domain/offer.ts'
import type { Profile, Visibility } from '#app/domain/profile.ts'
import type { Db } from './client.server.ts'
import { isLive } from './live-applications.ts'
import { PERSON_COLUMNS, toPeople } from './match-rows.server.ts'
import { toProfile } from './profiles.server.ts'
import { queryTexts } from './raw.server.ts'
import { budgetsLeft, budgetValues } from './solicitations.server.ts'

const EARTH_RADIUS_KM = EARTH_RADIUS_M / 1000

/**
 * Who may be shown to organisations, of a profile `p` and its account `a`: neither hidden, nor suspended, nor out of reach
 * of every message (domain: "Candidates", "Contact").
 */
export const SHOWN_TO_ORGANISATIONS = `p.visibility <> 'hidden' and a.status = 'active' and a.erased_at is null
  and a.channel <> 'none' and a.monthly_solicitations > 0`

/** The km between a profile `p` and the position of two parameters, such as `$3` and `$4`. */
export const kmFrom = (latitude: string, longitude: string): string =>
  `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(
     sin(radians(p.latitude - ${latitude}::float8) / 2) ^ 2
     + cos(radians(p.latitude)) * cos(radians(${latitude}::float8))
       * sin(radians(p.longitude - ${longitude}::float8) / 2) ^ 2)))`

/** True of a profile `p` that wants one of the occupations of a parameter; null there, or a person open to any: always. */
export const wants = (codes: string): string =>
  `(${codes}::text[] is null or p.is_open_to_any_occupation or exists (
     select 1 from jsonb_array_elements(p.projects) e where e ->> 'occupationCode' = any(${codes}::text[])))`

type Around = {
  territoryId: string
  offerId: string
  kind: OfferKind
  latitude: number
  longitude: number
  /** Null: any. */
  occupationCodes: readonly string[] | null
  limit: number
}

/**
 * The people around an offer whom its organisation may be shown, as matching knows them: who accept its kind, within their own
 * limit, and neither declined, nor were set aside, nor answered it. The nearest `limit`, ties by id.
 */
export async function listNearPeople(around: Around): Promise<MatchPerson[]> {
  const rows = await queryTexts(
    `select ${PERSON_COLUMNS} from (
       select p.id
       from profile p join account a on a.id = p.account_id cross join lateral (select ${kmFrom('$3', '$4')} as km) k
       where p.territory_id = $1::uuid and ${SHOWN_TO_ORGANISATIONS}
         and $5::text = any(p.kinds) and ${wants('$6')} and k.km <= p.limit_km
         and not exists (select 1 from match m where m.offer_id = $2::uuid and m.profile_id = p.id
           and m.state in ('declined', 'set_aside', 'applied'))
         and not exists (select 1 from application a where a.offer_id = $2::uuid and a.profile_id = p.id
           and ${isLive('a')})
       order by k.km, p.id limit $7) as near
     join profile p on p.id = near.id join account a on a.id = p.account_id`,
    [
      around.territoryId,
      around.offerId,
      around.latitude,
      around.longitude,
      around.kind,
      around.occupationCodes,
      around.limit,
    ],
  )
  return toPeople(rows).map(({ item }) => item)
}

/** What a person is called, where she or he lives, and how much of that an organisation is shown. */
export type ShownName = {
  profileId: string
  visibility: Visibility
  firstName: string
  lastName: string
  communeName: string
}

/** Of these people of a territory the first `limit`, in their order, who may still be written to this month. */
export async function listFirstWithBudget(
  db: Db,
  of: { territoryId: string; profileIds: readonly string[]; limit: number; now: Date },
): Promise<ShownName[]> {
  if (of.profileIds.length === 0) return []
  return db.$queryRawUnsafe<ShownName[]>(
    `with ${budgetsLeft('p.id = any($6::uuid[])')}
     select p.id as "profileId", p.visibility, a.first_name as "firstName", a.last_name as "lastName",
       c.name as "communeName"
     from unnest($6::uuid[]) with ordinality as asked (id, rank)
       join budgets on budgets.profile_id = asked.id
       join profile p on p.id = asked.id
       join account a on a.id = p.account_id
       join commune c on c.insee_code = p.commune_code
     where budgets.budget > 0
     order by asked.rank limit $7`,
    ...budgetValues(of),
    [...of.profileIds],
    of.limit,
  )
}

/** A profile with the first and last name of its person and the name of its commune. */
export type NamedProfile = { profile: Profile; firstName: string; lastName: string; communeName: string }

/** The profiles of a territory among these ids, by id. */
export async function listNamedProfiles(
  db: Db,
  territoryId: string,
  profileIds: readonly string[],
): Promise<Map<string, NamedProfile>> {
  const rows = await db.profile.findMany({
    where: { territoryId, id: { in: [...profileIds] } },
    include: {
      account: { select: { firstName: true, lastName: true } },
      commune: { select: { name: true } },
    },
  })
  return new Map(
    rows.map(({ account, commune, ...row }) => [
      row.id,
      { profile: toProfile(row), ...account, communeName: commune.name },
    ]),
  )
}
