import { CALM_DAY, type ReadingPace, USUAL_DAYS } from '#app/domain/reading.policy.ts'
import type { Db } from './client.server.ts'

/**
 * How many distinct people an account has read lately, from the access log itself (`reading_pace` in the database). The
 * ordinary day is 0 as long as it changes nothing. Lines dated after `now` count too: of several readings at once, none is
 * before the others.
 */
export async function readingPaceOf(db: Db, accountId: string, now: Date): Promise<ReadingPace> {
  const [pace] = await db.$queryRaw<ReadingPace[]>`
    select last_hour as "lastHour", last_day as "lastDay", usual_day as "usualDay"
    from reading_pace(${accountId}::uuid, ${now}::timestamptz, ${CALM_DAY}::int, ${USUAL_DAYS}::int)`
  return pace ?? { lastHour: 0, lastDay: 0, usualDay: 0 }
}
