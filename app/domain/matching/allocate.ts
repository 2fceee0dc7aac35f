import { dealPeople } from './deal-people.ts'
import { countPlaces } from './fair-counts.ts'
import { layOut } from './pair-columns.ts'

/** Proposals that every offer gets as long as enough people and budgets are left (issue "Fair exposure"). */
export const PROPOSAL_FLOOR = 5

/** A person whom an offer may propose: gates open, occupation in common, not yet decided on. */
export type AllocationPair = { profileId: string; scoreTenths: number; distanceKm: number }

/**
 * An offer before its people are chosen. `served`: people already solicited or who answered; `interested`: those of them
 * who said yes or applied; `pairs`: everybody it may propose now, in any order, each person once.
 */
export type OfferToServe = {
  offerId: string
  served: number
  interested: number
  pairs: readonly AllocationPair[]
}

/** The batches of the territory (domain: "Contact"). */
export type AllocationRules = { batchSize: number; stopAtInterested: number }

export type AllocationInput = {
  offers: readonly OfferToServe[]
  /** Solicitations each person may still receive this month. Somebody who is not there has none left. */
  budgets: ReadonlyMap<string, number>
  rules: AllocationRules
}

/** The people an offer proposes now, best first, and the rank of their batch: 1 for the first ten people of an offer. */
export type AllocatedOffer = { offerId: string; batch: number; profileIds: string[] }

/** The places an offer may fill now: what is left of its batch, or of its floor when batches are smaller; none once enough are interested. */
export function placesOf(
  offer: Pick<OfferToServe, 'served' | 'interested'>,
  { batchSize, stopAtInterested }: AllocationRules,
): number {
  if (offer.interested >= stopAtInterested) return 0
  return Math.max(batchSize - (offer.served % batchSize), PROPOSAL_FLOOR - offer.served)
}

/**
 * Chooses which pairs are proposed now, among those that passed the gates. Returns every offer given, in the order of ids.
 *
 * - Nobody is proposed more often than her or his budget, nor twice for one offer.
 * - Offers are served level by level: nobody gets a second person while another offer could get its first, by whatever
 *   exchange of people. So `min(5, eligible)` is met for all offers whenever some choice of people meets it; else the
 *   number of offers with one person is the greatest possible, then with two, and so on. People already served count.
 *   Between offers at the same level, the one whose next person scores best comes first, then the one with fewest
 *   eligible people, then by id.
 * - Then batches are filled by the same rule, up to `placesOf`.
 * - With the number of people of each offer so fixed, the people are dealt for the greatest total score; the total is
 *   within `TOLERANCE_TENTHS` a proposal of the greatest possible.
 *
 * Pure and independent of the order of offers and pairs. With P pairs and B budgets in all: O(P log P) to sort, at most B
 * exchanges of O(P) each (most of a few steps; a failed search is never made again), then a bid for a place is one look at
 * the offer's pairs.
 */
export function allocate({ offers, budgets, rules }: AllocationInput): AllocatedOffer[] {
  const columns = layOut(offers, { budgets, placesOf: (offer) => placesOf(offer, rules) })
  const counts = countPlaces(columns)
  const isProposed = dealPeople(columns, counts)
  return columns.offers.map(({ offerId, served }, offer) => {
    const profileIds: string[] = []
    const end = columns.firstPair[offer + 1] ?? 0
    for (let pair = columns.firstPair[offer] ?? 0; pair < end; pair++)
      if (isProposed[pair]) profileIds.push(columns.profileIds[columns.personOf[pair] ?? 0] ?? '')
    return { offerId, batch: Math.floor(served / rules.batchSize) + 1, profileIds }
  })
}
