import { PROPOSED } from './allocations.server.ts'
import type { Db } from './client.server.ts'
import { countInterested } from './matches.server.ts'
import { listBudgetsLeft } from './solicitations.server.ts'
import { getTerritory } from './territories.server.ts'

/**
 * People kept for an offer and not proposed now: those whose proposals of the month are all given, and those whom a later
 * batch may take. `isStopped`: enough people are interested, so no later batch leaves.
 */
export type Reserve = { withoutBudget: number; laterBatch: number; isStopped: boolean }

/**
 * Counts the people in reserve of an offer: gates open, nobody has decided on them, not proposed now. `onlyVisible` leaves
 * out those who hide from recruiters.
 */
export async function countReserve(
  db: Db,
  of: { territoryId: string; offerId: string; onlyVisible: boolean; now: Date },
): Promise<Reserve> {
  const { territoryId, offerId, now } = of
  const rows = await db.$queryRawUnsafe<{ profileId: string; taken: number }[]>(
    `select m.profile_id as "profileId", (select count(*)::int ${PROPOSED} and a.profile_id = p.id) as taken
     from match m join profile p on p.id = m.profile_id
     where m.offer_id = $1::uuid and m.state = 'proposed' and cardinality(m.missing) = 0
       and (not $2::bool or p.visibility <> 'hidden')
       and not exists (select 1 from allocation b where b.offer_id = m.offer_id and b.profile_id = m.profile_id)`,
    offerId,
    of.onlyVisible,
  )
  const [left, interested, { settings }] = await Promise.all([
    listBudgetsLeft(db, { territoryId, profileIds: rows.map(({ profileId }) => profileId), now }),
    countInterested(db, offerId),
    getTerritory(db, territoryId),
  ])
  const laterBatch = rows.filter(({ profileId, taken }) => (left.get(profileId) ?? 0) > taken).length
  return {
    withoutBudget: rows.length - laterBatch,
    laterBatch,
    isStopped: interested >= settings.batchStopAtInterested,
  }
}
