import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import type { OccupationForm } from '#app/domain/registration.schema.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { findTypedOccupation } from './find-typed-occupation.server.ts'
import { type AnsweredStep, keepAnswer } from './save-registration-answer.server.ts'

/**
 * A newcomer says what work she or he looks for, in her or his own words or by a choice. Words are looked for once: several
 * occupations that answer come back to pick from, and nothing is kept. Refusals: `invalid_input` on `words` or `occupation`;
 * else as `saveRegistrationAnswer`.
 */
export const answerRegistrationOccupation = (options: {
  actor: Actor
  asked: OccupationForm
  now: Date
}): Promise<Result<AnsweredStep | { occupations: Occupation[] }>> =>
  inTransaction<AnsweredStep | { occupations: Occupation[] }>(async (tx) => {
    const { actor, asked, now } = options
    const found = await findTypedOccupation(tx, asked)
    if (!found.ok) return found
    if ('occupations' in found.value) return ok(found.value)
    const { occupationCode } = found.value
    return keepAnswer(tx, { actor, answer: { occupation: { occupationCode, kinds: asked.kinds } }, now })
  })
