import type { Actor } from '#app/domain/actor.ts'
import { ANY_OCCUPATION } from '#app/domain/registration.schema.ts'
import { UNASKED_KINDS } from '#app/domain/registration.ts'
import { getOccupationChoices } from './occupation-choices.server.ts'
import { getOpenRegistration } from './registration.server.ts'

/** The question of the occupation: what was answered, and those most offered here to choose from. Null before its turn. */
export async function getRegistrationOccupation(actor: Extract<Actor, { kind: 'newcomer' }>) {
  const answers = await getOpenRegistration(actor, 'occupation')
  if (!answers) return null
  const given = answers.occupation
  const first = given?.occupationCode ? [given.occupationCode] : []
  return {
    values: { occupation: given ? (given.occupationCode ?? ANY_OCCUPATION) : '', kinds: given?.kinds ?? [] },
    choices: await getOccupationChoices({ territoryId: actor.territoryId, kinds: UNASKED_KINDS, first }),
  }
}
