import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findProfileOfAccount } from '#app/db/profiles.server.ts'
import { findRegistration, saveRegistration } from '#app/db/registrations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import {
  isComplete,
  isStepOpen,
  nextStep,
  type RegistrationAnswers,
  type RegistrationStep,
  readAnswers,
} from '#app/domain/registration.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { finishRegistration } from './finish-registration.server.ts'

/** The question to ask next; null when the person is a candidate from now on. */
export type AnsweredStep = { next: RegistrationStep | null }

/** Keeps one answer of a sign-up, inside the caller's transaction. Refusals as `saveRegistrationAnswer`. */
export async function keepAnswer(
  tx: Db,
  options: { actor: Actor; answer: RegistrationAnswers; now: Date },
): Promise<Result<AnsweredStep>> {
  const { actor, answer, now } = options
  if (actor.kind !== 'newcomer') return refuse('forbidden')
  const { accountId } = actor
  await lockThing(tx, 'account', accountId)
  if (await findProfileOfAccount(tx, { kind: 'system' }, accountId)) return ok({ next: null })
  const before = readAnswers(await findRegistration(tx, accountId, 'candidate'))
  const [step] = Object.keys(answer) as RegistrationStep[]
  if (!step || !isStepOpen(step, before)) return refuse('transition_impossible')
  const answers = { ...before, ...answer }
  if (isComplete(answers)) await finishRegistration(tx, { accountId, answers, now })
  else await saveRegistration(tx, { accountId, kind: 'candidate', answers, now })
  return ok({ next: nextStep(answers) })
}

/**
 * A newcomer answers one question of her or his sign-up; the last answer makes her or him a candidate. Sent again, the last one
 * changes nothing. Refusals: `forbidden`, `transition_impossible` when an earlier question has no answer.
 */
export const saveRegistrationAnswer = (options: {
  actor: Actor
  answer: RegistrationAnswers
  now: Date
}): Promise<Result<AnsweredStep>> => inTransaction((tx) => keepAnswer(tx, options))
