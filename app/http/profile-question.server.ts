import { profileQuestionPath } from '#app/domain/profile.questions.labels.ts'
import type { ProfileQuestion } from '#app/domain/profile.questions.ts'
import { profileVersionSchema } from '#app/domain/profile.schema.ts'
import { type RawForm, textOf } from './forms.server.ts'
import { throwRefusal } from './respond.server.ts'

/** Where an answer leads: to the question to ask next, else to the profile. */
export const pathAfterAnswer = (next: ProfileQuestion | null): string =>
  `${next ? profileQuestionPath(next) : '/mon-profil'}?garde`

/** The version of the profile that the page showed. A form without one did not come from our pages. */
export function readVersion(raw: RawForm): number {
  const parsed = profileVersionSchema.safeParse(textOf(raw, 'version'))
  return parsed.success ? parsed.data : throwRefusal({ code: 'invalid_input' })
}
