import type { ReadingPace } from '#app/domain/reading.policy.ts'
import { isFarFromUnusual, USUAL_DAYS } from '#app/domain/reading.policy.ts'
import type { Db } from './client.server.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** How far back the ordinary days are looked for. */
const LOOK_BACK_MS = 90 * DAY_MS

async function usualDayOf(db: Db, accountId: string, now: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ usual: number | null }[]>`
    select avg(people)::float as usual from (
      select count(distinct profile_id) as people from access_log
      where account_id = ${accountId}::uuid and at > ${new Date(now.getTime() - LOOK_BACK_MS)}
        and at <= ${new Date(now.getTime() - DAY_MS)}
      group by (at at time zone 'Europe/Paris')::date
      order by (at at time zone 'Europe/Paris')::date desc limit ${USUAL_DAYS}) as days`
  return row?.usual ?? 0
}

/**
 * How many distinct people an account has read lately, from the access log itself. Lines dated after `now` count too: of
 * several readings at once, none is before the others.
 */
export async function readingPaceOf(db: Db, accountId: string, now: Date): Promise<ReadingPace> {
  const [row] = await db.$queryRaw<{ lastHour: number; lastDay: number }[]>`
    select count(distinct profile_id) filter (where at > ${new Date(now.getTime() - HOUR_MS)})::int as "lastHour",
      count(distinct profile_id)::int as "lastDay"
    from access_log
    where account_id = ${accountId}::uuid and at > ${new Date(now.getTime() - DAY_MS)}`
  const { lastHour, lastDay } = row ?? { lastHour: 0, lastDay: 0 }
  const usualDay = isFarFromUnusual(lastDay) ? 0 : await usualDayOf(db, accountId, now)
  return { lastHour, lastDay, usualDay }
}
