import type { Change } from '#app/domain/matching/counterfactual.ts'
import { profileQuestionPath } from '#app/domain/profile.questions.labels.ts'
import type { ProfileQuestion } from '#app/domain/profile.questions.ts'

const QUESTIONS: Record<Change['gate'], ProfileQuestion> = {
  kind: 'kinds',
  distance: 'travel',
  schedule: 'slots',
  dates: 'start',
  licence: 'licences',
}

/** Where in the profile a person says the change of this gate. */
export const profilePart = (gate: Change['gate']): string => profileQuestionPath(QUESTIONS[gate])
