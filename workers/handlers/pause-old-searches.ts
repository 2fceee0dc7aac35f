import { findAccountOfProfile } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findSavedSearch, listUnseenSearchIds, saveSavedSearch } from '#app/db/saved-searches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { decideContact } from '#app/domain/contact.policy.ts'
import { monthsBefore } from '#app/domain/duration.ts'
import { ok } from '#app/domain/result.ts'
import { RETENTION } from '#app/domain/retention.ts'
import { newId } from '#app/system/id.server.ts'
import { transactionalCase } from '#workers/contact/contact-case.ts'
import { sendJob, writeMessage } from '#workers/contact/write-message.ts'
import type { WorkerContext } from '#workers/context.ts'

const LIMIT = 500
const SYSTEM = { kind: 'system' } as const

/** Pauses the searches of whoever has not been seen for the months that `RETENTION` says, and tells her or him, once. */
export async function pauseOldSearches({
  clock,
  queues,
}: Pick<WorkerContext, 'clock' | 'queues'>): Promise<void> {
  const now = clock()
  const seenBefore = monthsBefore(now, RETENTION.savedSearchMonths)
  for (const id of await listUnseenSearchIds(db(), { seenBefore, limit: LIMIT })) {
    const written = await inTransaction(async (tx) => {
      const search = await findSavedSearch(tx, SYSTEM, id)
      const account = search && (await findAccountOfProfile(tx, search.profileId))
      if (!account) return ok(null)
      await lockThing(tx, 'account', account.id)
      if ((await listUnseenSearchIds(tx, { seenBefore, limit: 1, id })).length === 0) return ok(null)
      await saveSavedSearch(tx, { ...search, pausedAt: now, pauseReason: 'absence' })
      const kind = 'search_paused'
      const wantedChannel = search.channel
      const decision = decideContact(await transactionalCase(tx, { account, kind, wantedChannel, now }))
      const saying = { eventId: newId(), accountId: account.id, kind, subjectId: id, now } as const
      return ok(await writeMessage(tx, saying, decision))
    })
    if (written.ok && written.value) await queues.add([sendJob(written.value.id)])
  }
}
