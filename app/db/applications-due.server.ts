import type { IsoDate } from '#app/domain/duration.ts'
import type { Db } from './client.server.ts'
import { fromIsoDate } from './dates.ts'

const UNANSWERED = { in: ['sent', 'seen'] }

/** Ids of the applications not answered, promised an answer on this day or before, whose organisation was never reminded. */
export async function listApplicationIdsToRemind(
  db: Db,
  due: { promisedBy: IsoDate; sentBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db.application.findMany({
    where: {
      state: UNANSWERED,
      remindedAt: null,
      promisedOn: { lte: fromIsoDate(due.promisedBy) },
      createdAt: { lt: due.sentBefore },
    },
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

/** Ids of the applications still not answered, promised an answer before a day, whose organisation was reminded before an instant. */
export async function listApplicationIdsToClose(
  db: Db,
  due: { promisedBefore: IsoDate; remindedBefore: Date; limit: number },
): Promise<string[]> {
  const rows = await db.application.findMany({
    where: {
      state: UNANSWERED,
      remindedAt: { lt: due.remindedBefore },
      promisedOn: { lt: fromIsoDate(due.promisedBefore) },
    },
    orderBy: { remindedAt: 'asc' },
    take: due.limit,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
