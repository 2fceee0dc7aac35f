import { db } from '#app/db/client.server.ts'
import { findNearestCommune, listCommunesLike } from '#app/db/communes.server.ts'
import { searchCommunes } from '#app/db/reference.server.ts'
import type { AskedCommunes } from '#app/domain/commune.ask.ts'
import type { Commune } from '#app/domain/commune.ts'

const SHOWN = 8

/** A commune as one picks it. */
export const toCommuneChoice = ({ inseeCode, name, postalCodes }: Commune) => ({
  code: inseeCode,
  name,
  postalCode: postalCodes[0] ?? '',
})

/** The communes asked for, most likely first, as a field proposes them. */
export async function getCommuneChoices(asked: AskedCommunes) {
  if ('text' in asked) {
    const named = await searchCommunes(asked.text, SHOWN)
    return (named.length > 0 ? named : await listCommunesLike(db(), asked.text, SHOWN)).map(toCommuneChoice)
  }
  const nearest = await findNearestCommune(db(), asked.position)
  return nearest ? [toCommuneChoice(nearest)] : []
}
