import { db } from '#app/db/client.server.ts'
import { listMostOfferedCodes, listOccupations } from '#app/db/occupations.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { ANY_OCCUPATION } from '#app/domain/registration.schema.ts'
import { UNASKED_KINDS } from '#app/domain/registration.ts'
import { getOpenRegistration } from './registration.server.ts'

const SHOWN = 6

/** An occupation as a choice of the sign-up. */
export const toOccupationChoice = ({
  romeCode,
  plainLabel,
}: Pick<Occupation, 'romeCode' | 'plainLabel'>) => ({
  value: romeCode,
  label: plainLabel.slice(0, 1).toUpperCase() + plainLabel.slice(1),
})

/** The question of the occupation: what was answered, and those most offered here to choose from. Null before its turn. */
export async function getRegistrationOccupation(actor: Extract<Actor, { kind: 'newcomer' }>) {
  const answers = await getOpenRegistration(actor, 'occupation')
  if (!answers) return null
  const given = answers.occupation
  const [mostOffered, occupations] = await Promise.all([
    listMostOfferedCodes(db(), { territoryId: actor.territoryId, kinds: UNASKED_KINDS, limit: SHOWN }),
    listOccupations(db()),
  ])
  const codes = [...new Set([...(given?.occupationCode ? [given.occupationCode] : []), ...mostOffered])]
  const choices = codes.flatMap((code) => occupations.find(({ romeCode }) => romeCode === code) ?? [])
  return {
    values: { occupation: given ? (given.occupationCode ?? ANY_OCCUPATION) : '', kinds: given?.kinds ?? [] },
    choices: choices.map(toOccupationChoice),
  }
}
