import { db } from '#app/db/client.server.ts'
import { listOfferMarks } from '#app/db/offer-marks.server.ts'
import { type Reference, readReference } from '#app/db/reference.server.ts'
import { readStamps } from '#app/db/stamps.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { canMark } from '#app/domain/offer-mark.ts'
import type { AskedOffers } from '#app/domain/offer-search.ts'
import { toFilter } from '#search/asked-filter.ts'
import { searchEngine } from '#search/engine.server.ts'
import type { OfferFacets } from '#search/port.ts'
import { findPlace } from './asked-place.server.ts'
import { toCommuneChoice } from './commune-choices.server.ts'
import { findOffers } from './found-offers.server.ts'

/** What the reader did with each offer, by its id: nothing for whoever is not a candidate. */
const marksOf = async (actor: Actor) =>
  new Map((await listOfferMarks(db(), scopeOf(actor))).map(({ offerId, mark }) => [offerId, mark]))

/** The occupations to choose from, by label: those of the offers found, and the one already chosen. */
function occupationChoices(reference: Reference, chosen: string | null, counts: OfferFacets['occupations']) {
  const countOf = (code: string) => counts?.[code] ?? 0
  return reference.occupations
    .filter(({ romeCode }) => romeCode === chosen || countOf(romeCode) > 0)
    .map(({ romeCode, label }) => ({ code: romeCode, label, count: countOf(romeCode) }))
}

/**
 * The list of offers for what was asked, widened by itself when nothing is near. Those that the reader set aside are counted
 * with the others and not shown.
 */
export async function getOfferSearch(asked: AskedOffers, actor: Actor) {
  const stamps = await readStamps()
  const reference = await readReference(stamps)
  const place = await findPlace(asked, reference)
  const [{ cards, facets, ...found }, marks] = await Promise.all([
    findOffers(asked, { commune: place.commune, stamps }),
    marksOf(actor),
  ])
  const shown = cards.filter(({ offerId }) => marks.get(offerId) !== 'set_aside')
  const occupation = reference.occupations.find(({ romeCode }) => romeCode === asked.occupationCode)
  return {
    ...found,
    commune: place.commune && {
      code: place.commune.inseeCode,
      name: place.commune.name,
      isApproximate: place.commune.isApproximate,
    },
    communeChoices: place.choices.map(toCommuneChoice),
    isPlaceUnknown: place.isUnknown,
    occupationLabel: occupation?.plainLabel ?? null,
    occupations: occupationChoices(reference, asked.occupationCode, facets.occupations),
    offers: shown.map((card) => ({ ...card, mark: marks.get(card.offerId) ?? null })),
    setAside: cards.length - shown.length,
    canMark: canMark(actor),
    isSignedIn: actor.kind !== 'anonymous',
    facets: { kinds: facets.kinds, contracts: facets.contracts },
  }
}
export type OfferSearchPage = Awaited<ReturnType<typeof getOfferSearch>>

/** The points of the same search, for the map, without those that the reader set aside. */
export async function getOfferPoints(asked: AskedOffers, actor: Actor) {
  const [{ commune }, marks] = await Promise.all([findPlace(asked), marksOf(actor)])
  const points = await searchEngine().points(toFilter(asked, commune))
  return points.filter(({ offerId }) => marks.get(offerId) !== 'set_aside')
}
