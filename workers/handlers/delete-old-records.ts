import { deleteOldRecords as deleteRows } from '#app/use-cases/delete-old-records.server.ts'
import { forgetWords } from '#search/postgres/forget-words.server.ts'
import { atNight } from '#workers/at-night.ts'
import type { WorkerContext } from '#workers/context.ts'

/** Removes by night what has been kept long enough, then the words of offers that are gone. */
export const deleteOldRecords = (context: WorkerContext): Promise<void> =>
  atNight(context, async (now) => {
    await deleteRows({ now })
    await forgetWords()
  })
