import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { MOST_PROJECTS, withProject } from '#app/domain/profile.projects.ts'
import type { Profile } from '#app/domain/profile.ts'
import type { TypedOccupation } from '#app/domain/registration.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { answerQuestion } from './answer-profile-question.server.ts'
import { findTypedOccupation } from './find-typed-occupation.server.ts'

const FULL = `Vous avez déjà ${MOST_PROJECTS} métiers. Retirez-en un d’abord.`

/**
 * A candidate adds an occupation to those wanted, in her or his own words or by a choice; a null code came of "I do not know
 * yet": open to any. Several that answer to the words come back to pick from, and nothing is kept. Refusals: `invalid_input` on
 * `words` or `occupation`; else as `answerProfileQuestion`.
 */
export const addWantedOccupation = (options: {
  actor: Actor
  asked: TypedOccupation
  now: Date
}): Promise<Result<{ occupationCode: string | null } | { occupations: Occupation[] }>> =>
  inTransaction<{ occupationCode: string | null } | { occupations: Occupation[] }>(async (tx) => {
    const { actor, asked, now } = options
    const found = await findTypedOccupation(tx, asked)
    if (!found.ok || 'occupations' in found.value) return found
    const { occupationCode } = found.value
    const answer = (profile: Profile) => {
      if (occupationCode === null) return ok({ isOpenToAnyOccupation: true })
      const projects = withProject(profile.projects, occupationCode)
      return projects ? ok({ projects }) : refuse('invalid_input', { occupation: [FULL] })
    }
    const answered = await answerQuestion(tx, { actor, question: 'projects', answer, version: null, now })
    return answered.ok ? ok({ occupationCode }) : answered
  })
