import type { Db } from '#app/db/client.server.ts'
import { addOfferChange, saveOffer } from '#app/db/offers.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import type { OfferDecision } from '#app/domain/offer.decide.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

/** The last two steps of every action on an offer: save it guarded by its version, then its history and its facts. */
export async function saveOfferDecision(
  tx: Db,
  { offer, change, events }: OfferDecision,
  by: { actor: Actor; now: Date },
): Promise<Result<Offer>> {
  if (!(await saveOffer(tx, offer, offer.version - 1))) return refuse('stale_version')
  await addOfferChange(tx, offer.id, { ...change, ...by })
  await appendEvents(tx, events, by.now)
  return ok(offer)
}
