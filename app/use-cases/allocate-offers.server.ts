import {
  listOffersHolding,
  listOffersToServe,
  lockAllocations,
  saveAllocations,
} from '#app/db/allocations.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { listBudgetsLeft } from '#app/db/solicitations.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { allocate } from '#app/domain/matching/allocate.ts'

/**
 * Chooses whom offers propose now, inside the caller's transaction and as its last step: allocations of a territory wait
 * for each other. With `'all'`, every undecided pair of the territory is dealt again. With some offers, each picks among
 * fifty of its people; other offers that hold them may lose some to those that have fewer.
 * Safe to run again. Returns how many pairs are newly proposed.
 */
export async function allocateOffers(
  tx: Db,
  { territoryId, offerIds, now }: { territoryId: string; offerIds: readonly string[] | 'all'; now: Date },
): Promise<number> {
  const { settings } = await getTerritory(tx, territoryId)
  await lockAllocations(tx, territoryId)
  const replaced = { territoryId, offerIds }
  const asked = await listOffersToServe(tx, replaced)
  const profileIds = [...new Set(asked.flatMap(({ pairs }) => pairs.map(({ profileId }) => profileId)))]
  const others = offerIds === 'all' ? [] : await listOffersHolding(tx, { profileIds, except: offerIds })
  const allocated = allocate({
    offers: [...asked, ...others],
    budgets: await listBudgetsLeft(tx, {
      territoryId,
      profileIds: offerIds === 'all' ? null : profileIds,
      now,
    }),
    rules: { batchSize: settings.batchSize, stopAtInterested: settings.batchStopAtInterested },
  })
  return saveAllocations(tx, allocated, { replaced, profileIds })
}
