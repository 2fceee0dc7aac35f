import { db } from '#app/db/client.server.ts'
import { listExpiringOffers, listTerritoryIds } from '#app/db/offers-due.server.ts'
import { appendEventOnce } from '#app/db/outbox.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { eventIdOf } from '#app/system/event-id.server.ts'

const DAY_MS = 86_400_000

/**
 * Records that a reminder is due for the offers that expire within each of the territory's reminder days (7 and 1 ⚙), once
 * for each expiry: prolonging starts anew. An offer found late gets the nearest reminder alone. Returns how many.
 */
export async function remindOffers({ now }: { now: Date }): Promise<number> {
  let reminded = 0
  for (const territoryId of await listTerritoryIds(db())) {
    const days = [...(await getTerritory(db(), territoryId)).settings.offerReminderDays].sort((a, b) => a - b)
    for (const [index, daysLeft] of days.entries()) {
      const after = new Date(now.getTime() + (days[index - 1] ?? 0) * DAY_MS)
      const until = new Date(now.getTime() + daysLeft * DAY_MS)
      for (const { id: offerId, expiresAt } of await listExpiringOffers(db(), {
        territoryId,
        after,
        until,
      })) {
        const id = eventIdOf('offer.reminder_due', offerId, expiresAt.toISOString(), daysLeft)
        const event = { type: 'offer.reminder_due', payload: { offerId, daysLeft } } as const
        if (await appendEventOnce(db(), event, { id, now })) reminded++
      }
    }
  }
  return reminded
}
