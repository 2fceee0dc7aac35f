import { db } from '#app/db/client.server.ts'
import { changeCvEntry as saveChange } from '#app/db/cv-entries.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import type { CvAnswer } from '#app/domain/cv.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** A candidate answers one question about a line of her or his CV. Refusal: `not_found`. */
export async function changeCvEntry(options: {
  actor: Actor
  entryId: string
  answer: CvAnswer
  now: Date
}): Promise<Result<null>> {
  const { actor, entryId, answer, now } = options
  const isChanged = await saveChange(db(), scopeOf(actor), entryId, { ...answer, updatedAt: now })
  return isChanged ? ok(null) : refuse('not_found')
}
