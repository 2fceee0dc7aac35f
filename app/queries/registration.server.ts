import { db } from '#app/db/client.server.ts'
import { findRegistration } from '#app/db/registrations.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import {
  isStepOpen,
  type RegistrationAnswers,
  type RegistrationStep,
  readAnswers,
} from '#app/domain/registration.ts'

type Newcomer = Extract<Actor, { kind: 'newcomer' }>

/** What a newcomer has answered so far. */
export const getRegistrationAnswers = async ({ accountId }: Newcomer): Promise<RegistrationAnswers> =>
  readAnswers(await findRegistration(db(), accountId, 'candidate'))

/** The answers given so far when the turn of this question has come, else null. */
export async function getOpenRegistration(
  actor: Newcomer,
  step: RegistrationStep,
): Promise<RegistrationAnswers | null> {
  const answers = await getRegistrationAnswers(actor)
  return isStepOpen(step, answers) ? answers : null
}
