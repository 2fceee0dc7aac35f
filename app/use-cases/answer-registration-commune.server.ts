import { searchCommunes } from '#app/db/reference.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { chooseCommune, type TypedCommune } from '#app/domain/commune.choose.ts'
import type { Commune } from '#app/domain/commune.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { type AnsweredStep, keepAnswer } from './save-registration-answer.server.ts'

/** As many communes as one postal code may cover. */
const MAX_COMMUNES = 60

/**
 * A newcomer says where she or he lives. Several communes that answer come back to pick from, and nothing is kept.
 * Refusals: `invalid_input` on `commune` when it is unknown; else as `saveRegistrationAnswer`.
 */
export const answerRegistrationCommune = (options: {
  actor: Actor
  place: TypedCommune
  now: Date
}): Promise<Result<AnsweredStep | { communes: Commune[] }>> =>
  inTransaction<AnsweredStep | { communes: Commune[] }>(async (tx) => {
    const { actor, place, now } = options
    const choice = chooseCommune(place, await searchCommunes(place.typed, MAX_COMMUNES))
    if (choice.kind === 'unknown')
      return refuse('invalid_input', {
        commune: ['Nous ne connaissons pas cette commune. Vérifiez son nom, ou écrivez son code postal.'],
      })
    if (choice.kind === 'several') return ok({ communes: choice.communes })
    return keepAnswer(tx, { actor, answer: { commune: { communeCode: choice.commune.inseeCode } }, now })
  })
