import {
  listAllToServe,
  listOffersHolding,
  listOffersToServe,
  lockAllocations,
  type Offers,
  releaseAllocations,
  saveAllocations,
} from '#app/db/allocations.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listBudgetsLeft } from '#app/db/solicitations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { type AllocatedOffer, allocate, type OfferToServe } from '#app/domain/matching/allocate.ts'

const peopleOf = (offers: readonly OfferToServe[]) => [
  ...new Set(offers.flatMap(({ pairs }) => pairs.map(({ profileId }) => profileId))),
]

function pairsLost(before: readonly OfferToServe[], after: readonly AllocatedOffer[]) {
  const kept = new Map(after.map(({ offerId, profileIds }) => [offerId, new Set(profileIds)]))
  return before.flatMap(({ offerId, pairs }) =>
    pairs
      .filter(({ profileId }) => !kept.get(offerId)?.has(profileId))
      .map(({ profileId }) => ({ offerId, profileId })),
  )
}

/**
 * Chooses whom offers propose now, inside the caller's transaction and as its last step: allocations of a territory wait
 * for each other. With `'all'`, every undecided pair of the territory is dealt again. With some offers, each picks among
 * fifty of its people; other offers that hold them may lose some to those that have fewer.
 * Safe to run again. Returns how many pairs are newly proposed.
 */
export async function allocateOffers(
  tx: Db,
  { territoryId, offerIds, now }: Offers & { now: Date },
): Promise<number> {
  const { settings } = await getTerritory(tx, territoryId)
  const rules = { batchSize: settings.batchSize, stopAtInterested: settings.batchStopAtInterested }
  await lockAllocations(tx, territoryId)
  if (offerIds === 'all') {
    const offers = await listAllToServe(tx, territoryId)
    const budgets = await listBudgetsLeft(tx, { territoryId, profileIds: null, now })
    return saveAllocations(tx, allocate({ offers, budgets, rules }), { territoryId, offerIds })
  }
  const asked = await listOffersToServe(tx, offerIds)
  const profileIds = peopleOf(asked)
  const others = await listOffersHolding(tx, { profileIds, except: offerIds })
  const budgets = await listBudgetsLeft(tx, { territoryId, profileIds, now })
  const allocated = allocate({ offers: [...asked, ...others], budgets, rules })
  const isAsked = new Set(offerIds)
  await releaseAllocations(tx, pairsLost(others, allocated))
  return saveAllocations(
    tx,
    allocated.filter(({ offerId }) => isAsked.has(offerId)),
    { territoryId, offerIds },
  )
}
