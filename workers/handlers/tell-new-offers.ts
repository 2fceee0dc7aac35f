import { findAccountOfProfile } from '#app/db/accounts.server.ts'
import { db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findSavedSearch, listDueSearchIds, saveSavedSearch } from '#app/db/saved-searches.server.ts'
import { createToldOffers, listOffersToTell } from '#app/db/told-offers.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { decideContact } from '#app/domain/contact.policy.ts'
import { ok } from '#app/domain/result.ts'
import { nextLook } from '#app/domain/saved-search.ts'
import { newId } from '#app/system/id.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { transactionalCase } from '#workers/contact/contact-case.ts'
import { findNewOffers } from '#workers/contact/find-new-offers.ts'
import { sendJob, writeMessage } from '#workers/contact/write-message.ts'
import type { WorkerContext } from '#workers/context.ts'

/** Searches looked at in one run; the others wait for the next. */
const LIMIT = 500
const SYSTEM = { kind: 'system' } as const

type Context = Pick<WorkerContext, 'clock' | 'queues' | 'isAnyHour'>

// The search is asked outside the transaction, and everything else is read again within it: until that commits the search
// stays due, so an engine that does not answer or a worker that stops loses nothing and tells nothing twice.
async function tellSearch(id: string, { clock, queues, isAnyHour }: Context): Promise<void> {
  const now = clock()
  const due = await findSavedSearch(db(), SYSTEM, id)
  if (!due) return
  const found = await findNewOffers(due)
  const written = await inTransaction(async (tx) => {
    const account = await findAccountOfProfile(tx, due.profileId)
    if (!account) return ok(null)
    await lockThing(tx, 'account', account.id)
    const search = await findSavedSearch(tx, SYSTEM, id)
    if (!search || search.pausedAt || search.nextLookAt > now) return ok(null)
    await saveSavedSearch(tx, { ...search, nextLookAt: nextLook(search.rhythm, now) })
    const { profileId, channel: wantedChannel } = search
    const offerIds = await listOffersToTell(tx, { profileId, offerIds: found })
    if (offerIds.length === 0) return ok(null)
    const kind = 'search_digest'
    const asked = await transactionalCase(tx, { account, kind, wantedChannel, now })
    const decision = decideContact({ ...asked, isAnyHour })
    const digestId = newId()
    const saying = { eventId: digestId, accountId: account.id, kind, subjectId: digestId, now } as const
    const message = await writeMessage(tx, saying, decision)
    if (message) await createToldOffers(tx, { profileId, savedSearchId: id, digestId, toldAt: now }, offerIds)
    return ok(message)
  })
  if (written.ok && written.value) await queues.add([sendJob(written.value.id)])
}

/**
 * Tells people of the new offers of the searches they saved, each offer once a person, 500 searches a run. A search that cannot
 * be made now is tried again by the next run; the job then fails, so that it is seen.
 */
export async function tellNewOffers(context: Context): Promise<void> {
  let failure: unknown = null
  for (const id of await listDueSearchIds(db(), { now: context.clock(), limit: LIMIT }))
    await tellSearch(id, context).catch((err: unknown) => {
      logger.warn({ err, savedSearchId: id }, 'new offers not looked for')
      failure = err
    })
  if (failure) throw failure
}
