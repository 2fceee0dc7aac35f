import type { Gate } from '#app/domain/matching/criteria.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { newId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'

/** A pair already kept, scored again: `missing` holds the gates that are closed now. */
export type RescoredPair = RankedPair & { missing: Gate[] }

/** What the engine found for one offer, or for one person. `top` best first; `kept` every other pair already stored. */
export type Replacement = {
  territoryId: string
  scoringVersion: string
  now: Date
  top: readonly RankedPair[]
  kept: readonly RescoredPair[]
}

type Side = {
  id: string
  key: 'offer_id' | 'profile_id'
  own: 'is_top_for_offer' | 'is_top_for_profile'
  other: 'is_top_for_offer' | 'is_top_for_profile'
}

const record = (pair: RankedPair & { missing?: Gate[] }) => ({
  id: newId(),
  offer_id: pair.offerId,
  profile_id: pair.profileId,
  score_tenths: pair.scoreTenths,
  distance_km: pair.distanceKm,
  criteria: pair.criteria,
  missing: pair.missing ?? [],
})

const COLUMNS =
  '(id uuid, offer_id uuid, profile_id uuid, score_tenths int, distance_km float8, criteria jsonb, missing text[])'

// Rows are written in the order of their pair, the same for everybody, so that two replacements never wait for each other.
async function replace(tx: Db, side: Side, found: Replacement): Promise<string[]> {
  const byPair = (a: RankedPair, b: RankedPair) =>
    a.offerId < b.offerId || (a.offerId === b.offerId && a.profileId < b.profileId) ? -1 : 1
  const top = JSON.stringify([...found.top].sort(byPair).map(record))
  const kept = JSON.stringify([...found.kept].sort(byPair).map(record))
  await tx.$executeRawUnsafe(
    `select pg_advisory_xact_lock(hashtextextended('match ${side.key} ' || $1::text, 0))`,
    side.id,
  )
  const added = await tx.$queryRawUnsafe<{ offerId: string; profileId: string; isNew: boolean }[]>(
    `insert into match (id, offer_id, profile_id, territory_id, scoring_version, score_tenths, distance_km, criteria,
       missing, state, is_top_for_offer, is_top_for_profile, version, updated_at)
     select id, offer_id, profile_id, $2::uuid, $3, score_tenths, distance_km, criteria, missing, 'proposed',
       $4::bool, not $4::bool, 1, $5
     from jsonb_to_recordset($1::jsonb) as found ${COLUMNS}
     on conflict (offer_id, profile_id) do update set
       scoring_version = excluded.scoring_version, score_tenths = excluded.score_tenths,
       distance_km = excluded.distance_km, criteria = excluded.criteria, missing = excluded.missing,
       ${side.own} = true
     returning offer_id as "offerId", profile_id as "profileId", (xmax = 0) as "isNew"`,
    top,
    found.territoryId,
    found.scoringVersion,
    side.own === 'is_top_for_offer',
    found.now,
  )
  await tx.$executeRawUnsafe(
    `update match set scoring_version = $2, score_tenths = found.score_tenths, distance_km = found.distance_km,
       criteria = found.criteria, missing = found.missing
     from jsonb_to_recordset($1::jsonb) as found ${COLUMNS}
     where match.offer_id = found.offer_id and match.profile_id = found.profile_id`,
    kept,
    found.scoringVersion,
  )
  const best = `(select ${side.key === 'offer_id' ? 'profile_id' : 'offer_id'}
     from jsonb_to_recordset($2::jsonb) as found ${COLUMNS})`
  const otherKey = side.key === 'offer_id' ? 'profile_id' : 'offer_id'
  await tx.$executeRawUnsafe(
    `delete from match where ${side.key} = $1::uuid and state = 'proposed'
       and ${otherKey} not in ${best} and (not ${side.other} or cardinality(missing) > 0)`,
    side.id,
    top,
  )
  await tx.$executeRawUnsafe(
    `update match set ${side.own} = false
     where ${side.key} = $1::uuid and ${side.own} and ${otherKey} not in ${best}`,
    side.id,
    top,
  )
  return added
    .filter((row) => row.isNew)
    .map((row) => (side.key === 'offer_id' ? row.profileId : row.offerId))
}

/**
 * Replaces an offer's proposals by what the engine found. Rows that nobody acted on, are in neither top or whose gates
 * have closed go; the others keep their state and get their new score. Returns the ids of the people newly proposed.
 */
export const replaceMatchesForOffer = (tx: Db, found: Replacement & { offerId: string }): Promise<string[]> =>
  replace(
    tx,
    { id: found.offerId, key: 'offer_id', own: 'is_top_for_offer', other: 'is_top_for_profile' },
    found,
  )

/** The same for a person's proposals. Returns the ids of the offers newly proposed. */
export const replaceMatchesForProfile = (
  tx: Db,
  found: Replacement & { profileId: string },
): Promise<string[]> =>
  replace(
    tx,
    { id: found.profileId, key: 'profile_id', own: 'is_top_for_profile', other: 'is_top_for_offer' },
    found,
  )

/** Removes the proposals of an offer, or of a person, that nobody acted on. Returns how many. */
export async function removeProposed(
  tx: Db,
  of: { offerId: string } | { profileId: string },
): Promise<number> {
  return (await tx.match.deleteMany({ where: { ...of, state: 'proposed' } })).count
}
