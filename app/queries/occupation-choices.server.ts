import { db } from '#app/db/client.server.ts'
import { listMostOfferedCodes } from '#app/db/occupations.server.ts'
import { occupationIn, readReference } from '#app/db/reference.server.ts'
import type { Occupation } from '#app/domain/occupation.ts'
import type { OfferKind } from '#app/domain/offer.ts'

const SHOWN = 6

/** An occupation as a choice of a form. */
export const toOccupationChoice = ({
  romeCode,
  plainLabel,
}: Pick<Occupation, 'romeCode' | 'plainLabel'>) => ({
  value: romeCode,
  label: plainLabel.slice(0, 1).toUpperCase() + plainLabel.slice(1),
})

/** The occupations named first, then those with most offers of these kinds in the territory, to choose from. */
export async function getOccupationChoices(asked: {
  territoryId: string
  kinds: readonly OfferKind[]
  first: readonly string[]
}) {
  const { territoryId, kinds, first } = asked
  const [mostOffered, reference] = await Promise.all([
    listMostOfferedCodes(db(), { territoryId, kinds, limit: SHOWN }),
    readReference(),
  ])
  return [...new Set([...first, ...mostOffered])]
    .flatMap((code) => occupationIn(reference, code) ?? [])
    .map(toOccupationChoice)
}
