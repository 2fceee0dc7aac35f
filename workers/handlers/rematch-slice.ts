import { db } from '#app/db/client.server.ts'
import {
  listIdsOfSlice,
  listSlicesToDo,
  lockSliceToDo,
  markSliceDone,
  type Slice,
} from '#app/db/rematch-slices.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { logger } from '#app/system/logger.server.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import { JOBS, type JobData } from '#workers/jobs.ts'
import { replaceProposals } from '#workers/matching/replace-proposals.ts'
import { sliceJob } from '#workers/matching/slice-job.ts'

const { timeoutMs } = JOBS['rematch-slice']

async function goOn({ territoryId, step, number }: Slice, { queues }: Pick<WorkerContext, 'queues'>) {
  logger.info({ territoryId, step, number }, 'slice done')
  const next = await listSlicesToDo(db(), territoryId)
  if (next[0] && next[0].step !== step) await queues.add(next.map(sliceJob))
}

/**
 * Does one piece of a night, once: proposals replaced and the slice marked in one transaction. After the last piece of a step
 * the next step of the territory is queued: offers, then people, so that workers side by side never write the same rows, then
 * the allocation of the whole territory. Its transaction may last as long as the job.
 */
export async function rematchSlice(
  { sliceId }: JobData<'rematch-slice'>,
  context: WorkerContext,
): Promise<void> {
  const { matcher, clock } = context
  await matcher.ready()
  const now = clock()
  const done = await inTransaction(
    async (tx) => {
      const slice = await lockSliceToDo(tx, sliceId)
      if (!slice) return ok(null)
      const { territoryId, step } = slice
      if (step === 'allocation') await allocateOffers(tx, { territoryId, offerIds: 'all', now })
      else {
        const ids = await listIdsOfSlice(tx, slice)
        await replaceProposals(tx, { side: step, ids }, { matcher, now })
      }
      await markSliceDone(tx, sliceId, now)
      return ok(slice)
    },
    { timeoutMs },
  )
  if (done.ok && done.value) await goOn(done.value, context)
}
