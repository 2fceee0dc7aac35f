import { PROPOSED } from './allocations.server.ts'
import type { Db } from './client.server.ts'
import { budgetsLeft, budgetValues } from './solicitations.server.ts'

/**
 * People kept for an offer and not proposed now: those whose proposals of the month are all given, and those whom a later
 * batch may take. `isStopped`: enough people are interested, so no later batch leaves.
 */
export type Reserve = { withoutBudget: number; laterBatch: number; isStopped: boolean }

/**
 * Counts the people in reserve of an offer: gates open, nobody has decided on them, not proposed now. `onlyVisible` leaves
 * out those who hide from recruiters; `stopAt` is from how many people interested on no later batch leaves.
 */
export async function countReserve(
  db: Db,
  of: { territoryId: string; offerId: string; onlyVisible: boolean; stopAt: number; now: Date },
): Promise<Reserve> {
  const [counts] = await db.$queryRawUnsafe<Reserve[]>(
    `with waiting as materialized (
       select m.profile_id, (select count(*) ${PROPOSED} and a.profile_id = m.profile_id) as taken
       from match m join profile p on p.id = m.profile_id
       where m.offer_id = $6::uuid and m.state = 'proposed' and cardinality(m.missing) = 0
         and (not $7::bool or p.visibility <> 'hidden')
         and not exists (select 1 from allocation b where b.offer_id = m.offer_id and b.profile_id = m.profile_id)
     ), ${budgetsLeft('p.id in (select profile_id from waiting)')}
     select count(*) filter (where coalesce(budget, 0) <= taken)::int as "withoutBudget",
       count(*) filter (where budget > taken)::int as "laterBatch",
       (select count(*) from match where offer_id = $6::uuid and state in ('interested', 'applied')) >= $8 as "isStopped"
     from waiting left join budgets using (profile_id)`,
    ...budgetValues(of),
    of.offerId,
    of.onlyVisible,
    of.stopAt,
  )
  return counts ?? { withoutBudget: 0, laterBatch: 0, isStopped: false }
}
