import { db } from '#app/db/client.server.ts'
import { saveOffer } from '#app/db/offers.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import {
  addOfferChanges,
  listOffersById,
  listOpenSourceIds,
  lockSource,
} from '#app/db/sourced-offers.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { decideOffer } from '#app/domain/offer.decide.ts'
import { ok, type Result } from '#app/domain/result.ts'

const BATCH = 250

/** Withdraws the open offers of a source that are not among `presentIds`, as the source no longer has them. Returns how many. */
export async function withdrawMissingOffers(options: {
  territoryId: string
  source: string
  presentIds: ReadonlySet<string>
  now: Date
}): Promise<Result<number>> {
  const { territoryId, source, presentIds, now } = options
  const { settings } = await getTerritory(db(), territoryId)
  const open = await listOpenSourceIds(db(), { source, territoryId })
  const missing = [...open].filter(([sourceId]) => !presentIds.has(sourceId)).map(([, id]) => id)
  let withdrawn = 0
  for (let start = 0; start < missing.length; start += BATCH) {
    const batch = await inTransaction(async (tx) => {
      await lockSource(tx, source)
      const changes = []
      const events = []
      for (const offer of await listOffersById(tx, missing.slice(start, start + BATCH))) {
        const decision = decideOffer(offer, {
          action: 'withdraw',
          actor: { kind: 'system' },
          now,
          lifetimeDays: settings.offerLifetimeDays,
          reason: 'La source ne la propose plus',
        })
        if (!decision.ok || !(await saveOffer(tx, decision.value.offer, offer.version))) continue
        changes.push({ offerId: offer.id, change: decision.value.change })
        events.push(...decision.value.events)
      }
      await addOfferChanges(tx, changes, now)
      await appendEvents(tx, events, now)
      return ok(changes.length)
    })
    if (!batch.ok) return batch
    withdrawn += batch.value
  }
  return ok(withdrawn)
}
