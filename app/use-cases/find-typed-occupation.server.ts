import type { Db } from '#app/db/client.server.ts'
import { findOccupation, listAppellations, listOccupations } from '#app/db/occupations.server.ts'
import { chooseOccupation, type OccupationChoice } from '#app/domain/occupation.choose.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { ANY_OCCUPATION, type TypedOccupation } from '#app/domain/registration.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

const refuseOn = (field: 'words' | 'occupation', sentence: string) =>
  refuse('invalid_input', { [field]: [sentence] })

/** The occupation meant by typed words: by everyday words, else by the names that ROME gives. */
async function findByWords(tx: Db, typed: string): Promise<OccupationChoice<Occupation>> {
  const occupations = await listOccupations(tx)
  const choice = chooseOccupation(typed, occupations)
  if (choice.kind !== 'unknown') return choice
  const names = new Map<string, string[]>()
  for (const { romeCode, label } of await listAppellations(tx))
    names.set(romeCode, [...(names.get(romeCode) ?? []), label])
  return chooseOccupation(
    typed,
    occupations.map((one) => ({ ...one, synonyms: names.get(one.romeCode) ?? [] })),
  )
}

/**
 * The occupation meant by words not looked for yet, else the one picked; a null code is any. Several that answer to the words
 * come back to pick from. Refusal: `invalid_input` on `words` or `occupation`.
 */
export async function findTypedOccupation(
  tx: Db,
  { words, searched, occupation }: TypedOccupation,
): Promise<Result<{ occupationCode: string | null } | { occupations: Occupation[] }>> {
  if (words !== '' && words !== searched) {
    const choice = await findByWords(tx, words)
    if (choice.kind === 'found') return ok({ occupationCode: choice.occupationCode })
    if (choice.kind === 'several') return ok({ occupations: choice.occupations })
    return refuseOn(
      'words',
      'Nous ne trouvons pas ce travail. Essayez un autre mot, ou choisissez « Je ne sais pas encore ».',
    )
  }
  if (occupation === ANY_OCCUPATION) return ok({ occupationCode: null })
  if (occupation === null)
    return refuseOn('occupation', 'Choisissez un travail, ou « Je ne sais pas encore ».')
  const known = await findOccupation(tx, occupation)
  return known
    ? ok({ occupationCode: known.romeCode })
    : refuseOn('occupation', 'Choisissez un travail de la liste.')
}
