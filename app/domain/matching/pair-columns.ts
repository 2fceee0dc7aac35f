import type { AllocationPair, OfferToServe } from './allocate.ts'

/**
 * Offers, people and pairs as numbers. Offers by id, people by id; the pairs of offer `o` are those from `firstPair[o]` to
 * `firstPair[o + 1]`, best first. A person has one slot for each solicitation left: from `firstSlot[p]` to `firstSlot[p + 1]`.
 */
export type PairColumns = {
  offers: readonly OfferToServe[]
  profileIds: readonly string[]
  firstPair: Int32Array
  offerOf: Int32Array
  personOf: Int32Array
  tenths: Int32Array
  firstSlot: Int32Array
  /** Places each offer may fill. */
  wanted: Int32Array
}

type Options = { budgets: ReadonlyMap<string, number>; placesOf: (offer: OfferToServe) => number }

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byRank = (a: AllocationPair, b: AllocationPair): number =>
  b.scoreTenths - a.scoreTenths || a.distanceKm - b.distanceKm || byId(a.profileId, b.profileId)

/** Lays pairs out in columns. Whoever has no budget left is left out. Order of the input does not matter. */
export function layOut(given: readonly OfferToServe[], { budgets, placesOf }: Options): PairColumns {
  const offers = [...given].sort((a, b) => byId(a.offerId, b.offerId))
  const isFree = ({ profileId }: AllocationPair) => (budgets.get(profileId) ?? 0) >= 1
  const pairs = offers.map((offer) => offer.pairs.filter(isFree).sort(byRank))
  const total = pairs.reduce((sum, { length }) => sum + length, 0)
  const profileIds = [...new Set(pairs.flatMap((own) => own.map(({ profileId }) => profileId)))].sort(byId)
  const numberOf = new Map(profileIds.map((profileId, person) => [profileId, person]))
  const columns = {
    offers,
    profileIds,
    firstPair: new Int32Array(offers.length + 1),
    offerOf: new Int32Array(total),
    personOf: new Int32Array(total),
    tenths: new Int32Array(total),
    firstSlot: new Int32Array(profileIds.length + 1),
    wanted: new Int32Array(offers.length),
  }
  for (const [person, profileId] of profileIds.entries())
    columns.firstSlot[person + 1] = (columns.firstSlot[person] ?? 0) + Math.floor(budgets.get(profileId) ?? 0)
  let at = 0
  for (const [offer, own] of pairs.entries()) {
    for (const { profileId, scoreTenths } of own) {
      columns.offerOf[at] = offer
      columns.personOf[at] = numberOf.get(profileId) ?? 0
      columns.tenths[at++] = scoreTenths
    }
    columns.firstPair[offer + 1] = at
    columns.wanted[offer] = Math.min(own.length, placesOf(offers[offer] as OfferToServe))
  }
  return columns
}
