import { db } from '#app/db/client.server.ts'
import { listCommunesLike } from '#app/db/communes.server.ts'
import { communeIn, type Reference, readReference } from '#app/db/reference.server.ts'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import { communesNamed } from '#app/domain/commune.search.ts'
import { type Commune, searchName } from '#app/domain/commune.ts'
import type { AskedOffers } from '#app/domain/offer-search.ts'

const CHOICES = 8

type Place = { commune: Commune | null; choices: Commune[]; isUnknown: boolean }

/** The commune that was meant: by its code, else by what was typed. `reference`: what the caller has just read. */
export async function findPlace(
  asked: Pick<AskedOffers, 'place' | 'communeCode'>,
  reference?: Reference,
): Promise<Place> {
  const nowhere: Place = { commune: null, choices: [], isUnknown: false }
  if (!asked.communeCode && !asked.place) return nowhere
  const known = reference ?? (await readReference())
  if (asked.communeCode) {
    const commune = communeIn(known, asked.communeCode)
    if (commune && (!asked.place || searchName(asked.place).includes(searchName(commune.name))))
      return { ...nowhere, commune }
  }
  if (!asked.place) return nowhere
  const found = communesNamed(known.communes, asked.place, CHOICES)
  const choice = chooseCommune({ typed: asked.place, chosenCode: null }, found)
  if (choice.kind === 'found') return { ...nowhere, commune: choice.commune }
  if (choice.kind === 'several') return { ...nowhere, choices: choice.communes }
  return { ...nowhere, choices: await listCommunesLike(db(), asked.place, CHOICES), isUnknown: true }
}
