import type { Gate } from '#app/domain/matching/criteria.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { newOrderedId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'

/** A pair already kept, scored again: `missing` holds the gates that are closed now. */
export type RescoredPair = RankedPair & { missing: Gate[] }

/** A pair among the best. `missing` holds `consent` when it stands in a list that only the person sees. */
export type TopPair = RankedPair & { missing?: readonly Gate[] }

/** Whose proposals: those of offers, or those of people. */
export type MatchSide = 'offers' | 'profiles'

/**
 * What the engine found for some offers, or some people, of a territory (`ids`, all of one side). `top` holds the best of
 * each; `kept` every other pair already stored.
 */
export type Replacement = {
  side: MatchSide
  ids: readonly string[]
  territoryId: string
  scoringVersion: string
  now: Date
  top: readonly TopPair[]
  kept: readonly RescoredPair[]
}

export type Pair = { offerId: string; profileId: string }

const KEYS = {
  offers: {
    key: 'offer_id',
    own: 'is_top_for_offer',
    other: 'is_top_for_profile',
    // The other list is the person's own: it stays hers when she does not want to be proposed.
    closedToOther: `array_remove(missing, 'consent')`,
  },
  profiles: {
    key: 'profile_id',
    own: 'is_top_for_profile',
    other: 'is_top_for_offer',
    closedToOther: 'missing',
  },
} as const

const record = (pair: TopPair) => ({
  id: newOrderedId(),
  offer_id: pair.offerId,
  profile_id: pair.profileId,
  score_tenths: pair.scoreTenths,
  distance_km: pair.distanceKm,
  criteria: pair.criteria,
  missing: pair.missing ?? [],
})

const COLUMNS =
  '(id uuid, offer_id uuid, profile_id uuid, score_tenths int, distance_km float8, criteria jsonb, missing text[])'
const NAMES = 'id, offer_id, profile_id, score_tenths, distance_km, criteria, missing'
const SCORED = 'scoring_version, score_tenths, distance_km, criteria, missing'

const replaceSql = ({ key, own, other, closedToOther }: (typeof KEYS)[MatchSide]) => `
  with applied as materialized (
    select offer_id, profile_id from application where ${key} = any($3::uuid[]) and state <> 'obsolete'
  ),
  best as (
    select t.*, (t.offer_id, t.profile_id) in (select offer_id, profile_id from applied) as has_applied
    from jsonb_to_recordset($1::jsonb) as t ${COLUMNS}
  ),
  top as (select * from best where not has_applied),
  kept as (
    select * from jsonb_to_recordset($2::jsonb) as k ${COLUMNS}
    union all select ${NAMES} from best where has_applied
  ),
  rescored as (
    select m.id, m.state, m.${other} as is_in_other, k.score_tenths, k.distance_km, k.criteria,
      coalesce(k.missing, m.missing) as missing, k.id is not null as is_scored
    from match m left join kept k on k.offer_id = m.offer_id and k.profile_id = m.profile_id
    where m.${key} = any($3::uuid[])
      and not exists (select 1 from top t where t.offer_id = m.offer_id and t.profile_id = m.profile_id)
  ),
  stale as (
    select *, state = 'proposed' and (not is_in_other or cardinality(${closedToOther}) > 0) as goes from rescored
  ),
  gone as (delete from match m using stale s where m.id = s.id and s.goes),
  scored as (
    update match m set ${own} = false,
      scoring_version = case when s.is_scored then $4 else m.scoring_version end,
      score_tenths = coalesce(s.score_tenths, m.score_tenths), distance_km = coalesce(s.distance_km, m.distance_km),
      criteria = coalesce(s.criteria, m.criteria), missing = s.missing
    from stale s
    where m.id = s.id and not s.goes
      and (m.${own} or s.is_scored and (m.${SCORED.replaceAll(', ', ', m.')})
        is distinct from ($4, s.score_tenths, s.distance_km, s.criteria, s.missing))
  )
  insert into match as m (id, offer_id, profile_id, territory_id, ${SCORED}, state, ${own}, ${other}, version, updated_at)
  select id, offer_id, profile_id, $6::uuid, $4, score_tenths, distance_km, criteria, missing, 'proposed', true, false,
    1, $5 from top order by offer_id, profile_id
  on conflict (offer_id, profile_id) do update set ${own} = true, scoring_version = excluded.scoring_version,
    score_tenths = excluded.score_tenths, distance_km = excluded.distance_km, criteria = excluded.criteria,
    missing = excluded.missing
  where not m.${own} or (m.${SCORED.replaceAll(', ', ', m.')})
    is distinct from (excluded.${SCORED.replaceAll(', ', ', excluded.')})
  returning offer_id as "offerId", profile_id as "profileId", (xmax = 0) as "isNew"`

const SQL = { offers: replaceSql(KEYS.offers), profiles: replaceSql(KEYS.profiles) }

/**
 * Lets one transaction at a time replace the proposals of these offers, or people, until it ends: whoever comes next reads
 * what it left, so that an older answer never overwrites a newer one.
 */
export async function lockMatches(tx: Db, side: MatchSide, ids: readonly string[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `select pg_advisory_xact_lock(hashtextextended('match ${KEYS[side].key} ' || id, 0))
     from (select unnest($1::text[]) as id order by 1 offset 0) as one`,
    ids,
  )
}

/**
 * Lets only one side at a time write in these territories, until the transaction ends: to be taken before the first
 * proposal is written. Offers share no row with each other, so their replacements go together; one for people writes the
 * rows of many offers, and goes alone. Without it, two that add each other's rows wait in a circle.
 */
export async function lockTerritories(
  tx: Db,
  side: MatchSide,
  territoryIds: readonly string[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    `select pg_advisory_xact_lock${side === 'offers' ? '_shared' : ''}(hashtextextended('match territory ' || id, 0))
     from (select distinct unnest($1::text[]) as id order by 1 offset 0) as one`,
    territoryIds,
  )
}

/**
 * Replaces proposals by what the engine found. Rows that nobody acted on, are in neither top or whose gates have closed
 * go, and nobody is proposed who has applied already; the others keep their state and get their new score. Returns the pairs newly proposed.
 */
export async function replaceMatches(tx: Db, found: Replacement): Promise<Pair[]> {
  const { side, ids, territoryId, scoringVersion, now, top, kept } = found
  if (ids.length === 0) return []
  // Whoever decides on one of these pairs now is waited for: what is written below reads each pair's state as it is.
  await tx.$executeRawUnsafe(
    `select 1 from match where ${KEYS[side].key} = any($1::uuid[]) order by offer_id, profile_id for update`,
    ids,
  )
  const rows = await tx.$queryRawUnsafe<(Pair & { isNew: boolean })[]>(
    SQL[side],
    JSON.stringify(top.map(record)),
    JSON.stringify(kept.map(record)),
    ids,
    scoringVersion,
    now,
    territoryId,
  )
  return rows.filter(({ isNew }) => isNew).map(({ offerId, profileId }) => ({ offerId, profileId }))
}

/** Removes the proposals of these offers, or people, that nobody acted on. Returns how many. */
export async function removeProposed(tx: Db, side: MatchSide, ids: readonly string[]): Promise<number> {
  const of = side === 'offers' ? { offerId: { in: [...ids] } } : { profileId: { in: [...ids] } }
  return (await tx.match.deleteMany({ where: { ...of, state: 'proposed' } })).count
}
