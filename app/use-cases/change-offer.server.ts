import type { Db } from '#app/db/client.server.ts'
import { lockThing } from '#app/db/lock.server.ts'
import { findOffer } from '#app/db/offers.server.ts'
import { listOfferLines } from '#app/db/organisation-offers.server.ts'
import { getTerritory } from '#app/db/territories.server.ts'
import { type Actor, accountIdOf, scopeOf } from '#app/domain/actor.ts'
import { decideOffer } from '#app/domain/offer.decide.ts'
import { ownsOffer } from '#app/domain/offer.policy.ts'
import type { OfferAction } from '#app/domain/offer.transitions.ts'
import type { Offer } from '#app/domain/offer.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { saveOfferDecision } from './save-offer-decision.server.ts'

/** `version` is the one the person was looking at. */
export type OfferCommand = {
  actor: Actor
  offerId: string
  version: number
  now: Date
  reason?: string | null
}

/** The offer, when it is the actor's; the line of its last change tells whether this very gesture was already carried out. */
export async function loadOwnOffer(
  tx: Db,
  { actor, offerId, version }: OfferCommand,
  actions: readonly string[],
): Promise<Result<{ offer: Offer; isDone: boolean }>> {
  await lockThing(tx, 'offer', offerId)
  const offer = await findOffer(tx, scopeOf(actor), offerId)
  if (!offer || !ownsOffer(actor, offer)) return refuse('not_found')
  if (offer.version === version) return ok({ offer, isDone: false })
  const lines = await listOfferLines(tx, scopeOf(actor), offerId)
  const isDone =
    offer.version === version + 1 &&
    lines.some(
      (line) =>
        line.at.getTime() === offer.updatedAt.getTime() &&
        actions.includes(line.action) &&
        line.accountId === accountIdOf(actor),
    )
  return isDone ? ok({ offer, isDone }) : refuse('stale_version')
}

/**
 * The five steps common to every action on one offer, inside the caller's transaction. The same gesture sent twice finds
 * its work done. Refusals: `not_found`, `stale_version`, and those of `decideOffer`.
 */
export async function changeOffer(
  tx: Db,
  action: OfferAction,
  command: OfferCommand,
): Promise<Result<Offer>> {
  const loaded = await loadOwnOffer(tx, command, [action])
  if (!loaded.ok) return loaded
  const { offer, isDone } = loaded.value
  if (isDone) return ok(offer)
  const { actor, now, reason } = command
  const { settings } = await getTerritory(tx, offer.territoryId)
  const decision = decideOffer(offer, {
    action,
    actor,
    now,
    reason,
    lifetimeDays: settings.offerLifetimeDays,
  })
  return decision.ok ? saveOfferDecision(tx, decision.value, { actor, now }) : decision
}
