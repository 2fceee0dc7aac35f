import type { Actor } from '#app/domain/actor.ts'
import type { ExperienceLevel } from '#app/domain/offer.ts'
import { withExperience, withoutProject, withProjectFirst } from '#app/domain/profile.projects.ts'
import type { Profile } from '#app/domain/profile.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { type AnsweredQuestion, answerProfileQuestion } from './answer-profile-question.server.ts'

export type WantedChange = 'remove' | 'put_first' | { experience: ExperienceLevel }

/** A candidate takes out, ranks first or tells the experience of an occupation wanted. Refusals: `not_found`; else as `answerProfileQuestion`. */
export const changeWantedOccupation = (options: {
  actor: Actor
  occupationCode: string
  change: WantedChange
  now: Date
}): Promise<Result<AnsweredQuestion>> => {
  const { actor, occupationCode, change, now } = options
  const answer = ({ projects }: Profile) => {
    if (!projects.some((one) => one.occupationCode === occupationCode)) return refuse('not_found')
    if (change === 'remove') return ok({ projects: withoutProject(projects, occupationCode) })
    if (change === 'put_first') return ok({ projects: withProjectFirst(projects, occupationCode) })
    return ok({ projects: withExperience(projects, occupationCode, change.experience) })
  }
  return answerProfileQuestion({ actor, question: 'projects', answer, version: null, now })
}
