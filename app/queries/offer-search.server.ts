import { db } from '#app/db/client.server.ts'
import { findCommune, listCommunesLike, searchCommunes } from '#app/db/communes.server.ts'
import { listOccupationNames } from '#app/db/occupations.server.ts'
import { listOfferMarks } from '#app/db/offer-marks.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { chooseCommune } from '#app/domain/commune.choose.ts'
import { type Commune, searchName } from '#app/domain/commune.ts'
import { canMark } from '#app/domain/offer-mark.ts'
import { type AskedOffers, widerRadii } from '#app/domain/offer-search.ts'
import { toFilter } from '#search/asked-filter.ts'
import { searchEngine } from '#search/engine.server.ts'
import type { OfferSearch, OfferSearchResult } from '#search/port.ts'
import { toCommuneChoice } from './commune-choices.server.ts'
import { toOfferCard } from './offer-card.ts'

const PAGE_SIZE = 20
const CHOICES = 8
const ENGINE_SORTS = { pertinence: 'relevance', distance: 'distance', date: 'date' } as const

type Place = { commune: Commune | null; choices: Commune[]; isUnknown: boolean }

/** The commune that was meant: by its code, else by what was typed. */
export async function findPlace(asked: AskedOffers): Promise<Place> {
  const nowhere: Place = { commune: null, choices: [], isUnknown: false }
  if (asked.communeCode) {
    const commune = await findCommune(db(), asked.communeCode)
    if (commune && (!asked.place || searchName(asked.place).includes(searchName(commune.name))))
      return { ...nowhere, commune }
  }
  if (!asked.place) return nowhere
  const found = await searchCommunes(db(), asked.place, CHOICES)
  const choice = chooseCommune({ typed: asked.place, chosenCode: null }, found)
  if (choice.kind === 'found') return { ...nowhere, commune: choice.commune }
  if (choice.kind === 'several') return { ...nowhere, choices: choice.communes }
  return { ...nowhere, choices: await listCommunesLike(db(), asked.place, CHOICES), isUnknown: true }
}

/** The smallest wider radius, in km, that holds an offer; null when none does. */
async function findWiderRadius(asked: AskedOffers, commune: Commune): Promise<number | null> {
  const radii = widerRadii(asked.radiusKm)
  const farthest = radii.at(-1)
  if (farthest === undefined) return null
  const around = toFilter(asked, commune, farthest)
  const [nearest] = await searchEngine().hits({ ...around, sort: 'distance', page: 1, pageSize: 1 })
  const km = nearest?.distanceKm ?? Number.POSITIVE_INFINITY
  return radii.find((radius) => radius >= km) ?? null
}

async function searchWidening(asked: AskedOffers, commune: Commune | null) {
  const sort = commune && !asked.text && asked.sort === 'pertinence' ? 'distance' : ENGINE_SORTS[asked.sort]
  const search = (radiusKm: number): Promise<OfferSearchResult> => {
    const query: OfferSearch = {
      ...toFilter(asked, commune, radiusKm),
      sort,
      page: asked.page,
      pageSize: PAGE_SIZE,
    }
    return searchEngine().search(query)
  }
  const result = await search(asked.radiusKm)
  const widerKm = result.total === 0 && commune ? await findWiderRadius(asked, commune) : null
  if (widerKm === null) return { result, radiusKm: asked.radiusKm, isWidened: false }
  return { result: await search(widerKm), radiusKm: widerKm, isWidened: true }
}

/** What the reader did with each offer, by its id: nothing for whoever is not a candidate. */
const marksOf = async (actor: Actor) =>
  new Map((await listOfferMarks(db(), scopeOf(actor))).map(({ offerId, mark }) => [offerId, mark]))

/** The occupations to choose from: those of the offers found, and the one already chosen. */
function occupationChoices(asked: AskedOffers, { facets }: OfferSearchResult) {
  const found = Object.entries(facets.occupations ?? {}).flatMap(([code, count]) => (count > 0 ? code : []))
  return listOccupationNames(db(), [...found, ...(asked.occupationCode ? [asked.occupationCode] : [])])
}

/**
 * The list of offers for what was asked, widened by itself when nothing is near. Those that the reader set aside are counted
 * with the others and not shown.
 */
export async function getOfferSearch(asked: AskedOffers, actor: Actor) {
  const place = await findPlace(asked)
  const [{ result, radiusKm, isWidened }, marks] = await Promise.all([
    searchWidening(asked, place.commune),
    marksOf(actor),
  ])
  const occupations = await occupationChoices(asked, result)
  const hits = result.hits.filter(({ document }) => marks.get(document.offerId) !== 'set_aside')
  const occupation = occupations.find(({ romeCode }) => romeCode === asked.occupationCode)
  return {
    commune: place.commune && {
      code: place.commune.inseeCode,
      name: place.commune.name,
      isApproximate: place.commune.isApproximate,
    },
    communeChoices: place.choices.map(toCommuneChoice),
    isPlaceUnknown: place.isUnknown,
    occupationLabel: occupation?.plainLabel ?? null,
    occupations: occupations.map(({ romeCode, label }) => ({
      code: romeCode,
      label,
      count: result.facets.occupations?.[romeCode] ?? 0,
    })),
    offers: hits.map((hit) => ({
      ...toOfferCard(hit, asked.means),
      mark: marks.get(hit.document.offerId) ?? null,
    })),
    setAside: result.hits.length - hits.length,
    canMark: canMark(actor),
    isSignedIn: actor.kind !== 'anonymous',
    total: result.total,
    totalIsCapped: result.totalIsCapped,
    facets: { kinds: result.facets.kinds, contracts: result.facets.contracts },
    radiusKm,
    isWidened,
    pageCount: Math.max(1, Math.ceil(result.total / PAGE_SIZE)),
  }
}
export type OfferSearchPage = Awaited<ReturnType<typeof getOfferSearch>>

/** The points of the same search, for the map, without those that the reader set aside. */
export async function getOfferPoints(asked: AskedOffers, actor: Actor) {
  const [{ commune }, marks] = await Promise.all([findPlace(asked), marksOf(actor)])
  const points = await searchEngine().points(toFilter(asked, commune))
  return points.filter(({ offerId }) => marks.get(offerId) !== 'set_aside')
}
