import type { IsoDate } from '#app/domain/duration.ts'
import type { Db } from './client.server.ts'
import { fromIsoDate } from './dates.ts'

const UNANSWERED = { in: ['sent', 'seen'] }

/** Ids of the applications promised an answer before this day, not answered, whose organisation was never reminded. */
export async function listApplicationIdsToRemind(
  db: Db,
  due: { today: IsoDate; limit: number },
): Promise<string[]> {
  const rows = await db.application.findMany({
    where: { state: UNANSWERED, remindedAt: null, promisedOn: { lt: fromIsoDate(due.today) } },
    orderBy: { promisedOn: 'asc' },
    take: due.limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Marks an application as reminded, once; false when it already was, or has been answered. */
export async function markApplicationReminded(db: Db, id: string, now: Date): Promise<boolean> {
  const where = { id, remindedAt: null, state: UNANSWERED }
  return (await db.application.updateMany({ where, data: { remindedAt: now } })).count === 1
}

/** Ids of the applications still not answered whose organisation was reminded before an instant. */
export async function listApplicationIdsToClose(
  db: Db,
  due: { remindedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db.application.findMany({
    where: { state: UNANSWERED, remindedAt: { lt: due.remindedBefore } },
    orderBy: { remindedAt: 'asc' },
    take: due.limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
