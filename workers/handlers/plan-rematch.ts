import { db } from '#app/db/client.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { listSlicesToDo, planNight } from '#app/db/rematch-slices.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { parisHourOf } from '#app/domain/paris-time.ts'
import { ok } from '#app/domain/result.ts'
import { logger } from '#app/system/logger.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import { sliceJob } from '#workers/matching/slice-job.ts'

/** A night is planned between these hours on a clock in Paris; what is left of it later goes on by day. */
const FROM_HOUR = 2
const UNTIL_HOUR = 5
/** Offers, or people, matched in one transaction: a second or two of work. */
const SLICE_SIZE = 200

/**
 * Plans the night once its hour has come: everything is matched again, as dates have passed that nobody told. Then, at any
 * hour, gives the queue again the slices that are left. Several workers share them.
 */
export async function planRematch({ clock, queues }: Pick<WorkerContext, 'clock' | 'queues'>): Promise<void> {
  const now = clock()
  const hour = parisHourOf(now)
  if (hour >= FROM_HOUR && hour < UNTIL_HOUR) {
    const night = parisDate(now)
    const planned = await inTransaction(async (tx) => {
      const isNew = await planNight(tx, { night, size: SLICE_SIZE })
      if (isNew) await appendEvents(tx, [{ type: 'rematch.planned', payload: {} }], now)
      return ok(isNew)
    })
    if (planned.ok && planned.value) logger.info({ night }, 'night planned')
  }
  const slices = await listSlicesToDo(db())
  if (slices.length > 0) await queues.addAgain(slices.map(sliceJob))
}
