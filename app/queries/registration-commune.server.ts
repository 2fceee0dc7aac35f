import { communeIn, communesOf, readReference } from '#app/db/reference.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { Commune } from '#app/domain/commune.ts'
import { getOpenRegistration } from './registration.server.ts'

/** A commune as it is typed: its name and its first postal code. */
export const communeText = ({ name, postalCodes }: Pick<Commune, 'name' | 'postalCodes'>): string =>
  `${name} ${postalCodes[0] ?? ''}`.trim()

/** The question of the commune: what was answered, and the names to propose. Null before its turn. */
export async function getRegistrationCommune(actor: Extract<Actor, { kind: 'newcomer' }>) {
  const answers = await getOpenRegistration(actor, 'commune')
  if (!answers) return null
  const reference = await readReference()
  const given = answers.commune ? communeIn(reference, answers.commune.communeCode) : null
  const communes = communesOf(reference, actor.territoryId).map(communeText)
  return { values: { commune: given ? communeText(given) : '' }, communes }
}
