import type { Db } from '#app/db/client.server.ts'
import { findOccupation, listAppellations, listOccupations } from '#app/db/occupations.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { chooseOccupation, type OccupationChoice } from '#app/domain/occupation.choose.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import { ANY_OCCUPATION, type OccupationForm } from '#app/domain/registration.schema.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { type AnsweredStep, keepAnswer } from './save-registration-answer.server.ts'

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
 * A newcomer says what work she or he looks for, in her or his own words or by a choice. Words are looked for once: several
 * occupations that answer come back to pick from, and nothing is kept. Refusals: `invalid_input` on `words` or `occupation`;
 * else as `saveRegistrationAnswer`.
 */
export const answerRegistrationOccupation = (options: {
  actor: Actor
  asked: OccupationForm
  now: Date
}): Promise<Result<AnsweredStep | { occupations: Occupation[] }>> =>
  inTransaction<AnsweredStep | { occupations: Occupation[] }>(async (tx) => {
    const { actor, asked, now } = options
    const { words, searched, occupation, kinds } = asked
    const keep = (occupationCode: string | null) =>
      keepAnswer(tx, { actor, answer: { occupation: { occupationCode, kinds } }, now })
    if (words !== '' && words !== searched) {
      const choice = await findByWords(tx, words)
      if (choice.kind === 'found') return keep(choice.occupationCode)
      if (choice.kind === 'several') return ok({ occupations: choice.occupations })
      return refuseOn(
        'words',
        'Nous ne trouvons pas ce travail. Essayez un autre mot, ou choisissez « Je ne sais pas encore ».',
      )
    }
    if (occupation === ANY_OCCUPATION) return keep(null)
    if (occupation === null)
      return refuseOn('occupation', 'Choisissez un travail, ou « Je ne sais pas encore ».')
    const known = await findOccupation(tx, occupation)
    return known ? keep(known.romeCode) : refuseOn('occupation', 'Choisissez un travail de la liste.')
  })
