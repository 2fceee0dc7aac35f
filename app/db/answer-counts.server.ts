import type { Scope } from '#app/domain/actor.ts'
import { ANSWER_RATE_MIN, ANSWER_RATE_MONTHS, type AnswerCounts } from '#app/domain/answer-rate.ts'
import { monthsBefore, parisDate } from '#app/domain/duration.ts'
import type { Db } from './client.server.ts'

// An answer is what an organisation does besides reading. One is owed once it is given, or once its day has gone by; what the
// person took back before, or what hiring elsewhere ended, is owed none.
const OWED = `select p.organisation_id, (n.answered_at at time zone 'Europe/Paris')::date <= p.promised_on as in_time
  from application p cross join lateral (
    select min(c.at) as answered_at from application_change c where c.application_id = p.id
      and c.action in ('start', 'interview', 'hold', 'pool', 'hire', 'refuse')) n
  where p.created_at >= $1
    and (n.answered_at is not null or p.promised_on < $2::date and p.state not in ('withdrawn', 'obsolete'))`

const valuesAt = (now: Date) => [monthsBefore(now, ANSWER_RATE_MONTHS), parisDate(now)] as const

/** What an organisation owed and answered in time over the last twelve months; nothing at all for any other scope. */
export async function countAnswers(db: Db, scope: Scope, now: Date): Promise<AnswerCounts> {
  if (scope.kind !== 'organisation') return { due: 0, inTime: 0 }
  const [row] = await db.$queryRawUnsafe<AnswerCounts[]>(
    `select count(*)::int as due, count(*) filter (where in_time)::int as "inTime"
     from (${OWED} and p.organisation_id = $3::uuid) owed`,
    ...valuesAt(now),
    scope.organisationId,
  )
  return row ?? { due: 0, inTime: 0 }
}

/** The same for each organisation of a territory with enough applications to tell, the least punctual first, ties by name; at most `limit`. */
export async function listAnswerCounts(
  db: Db,
  scope: Scope,
  { now, limit }: { now: Date; limit: number },
): Promise<(AnswerCounts & { organisationId: string; name: string })[]> {
  if (scope.kind !== 'territory') return []
  return db.$queryRawUnsafe(
    `select o.id as "organisationId", o.name, count(*)::int as due, count(*) filter (where in_time)::int as "inTime"
     from (${OWED} and p.territory_id = $3::uuid) owed join organisation o on o.id = owed.organisation_id
     group by o.id, o.name having count(*) >= $4
     order by count(*) filter (where in_time)::float8 / count(*), o.name, o.id limit $5`,
    ...valuesAt(now),
    scope.territoryId,
    ANSWER_RATE_MIN,
    limit,
  )
}
