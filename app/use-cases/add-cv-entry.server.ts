import { createCvEntry, listCvEntries } from '#app/db/cv-entries.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { type CvEntry, type CvEntryKind, MOST_CV_ENTRIES } from '#app/domain/cv.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { newId } from '#app/system/id.server.ts'

/** True while nothing but the name of an entry is told. */
const isUntold = ({ place, fromYear, toYear, isOngoing, details }: CvEntry): boolean =>
  place === null && fromYear === null && toYear === null && !isOngoing && details === null

/**
 * A candidate adds a line to her or his CV, by its name alone; returns its id, under which the rest is told. The same form sent
 * twice is told once. Refusals: `forbidden`, `invalid_input` on `title` when the CV is full.
 */
export function addCvEntry(options: {
  actor: Actor
  kind: CvEntryKind
  title: string
  now: Date
}): Promise<Result<{ entryId: string }>> {
  const { actor, kind, title, now } = options
  return inTransaction(async (tx) => {
    if (actor.kind !== 'candidate') return refuse('forbidden')
    const { profileId, accountId } = actor
    await lockThing(tx, 'account', accountId)
    const entries = await listCvEntries(tx, scopeOf(actor), profileId)
    const same = entries.find((entry) => entry.kind === kind && entry.title === title && isUntold(entry))
    if (same) return ok({ entryId: same.id })
    if (entries.length >= MOST_CV_ENTRIES)
      return refuse('invalid_input', {
        title: [`Votre CV a déjà ${MOST_CV_ENTRIES} lignes. Retirez-en une pour en ajouter une autre.`],
      })
    const entryId = newId()
    const rest = { place: null, fromYear: null, toYear: null, isOngoing: false, details: null }
    await createCvEntry(tx, { id: entryId, profileId, kind, title, ...rest, createdAt: now, updatedAt: now })
    return ok({ entryId })
  })
}
