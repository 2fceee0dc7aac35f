import type { Actor } from './actor.ts'
import type { DomainEvent } from './events.ts'
import { type OfferAction, offerTransition } from './offer.transitions.ts'
import type { Offer } from './offer.ts'
import { ok, type Result, refuse } from './result.ts'

/** One line of an offer's history, kept with every change. */
export type OfferChange = {
  action: OfferAction | 'create' | 'edit'
  from: Offer['state'] | null
  to: Offer['state']
  reason: string | null
}
export type OfferDecision = { offer: Offer; change: OfferChange; events: DomainEvent[] }

const CLOSING: readonly OfferAction[] = ['fill', 'expire', 'withdraw', 'refuse']
const OPENING: readonly OfferAction[] = ['publish', 'approve', 'prolong']

/**
 * Applies an action to an offer: the new state, its history line and the fact to record.
 * Publishing and prolonging date the offer (L5332-1) and push its expiry `lifetimeDays` ahead.
 * Refusals: `transition_impossible`, `forbidden`, `reason_required`.
 */
export function decideOffer(
  offer: Offer,
  options: { action: OfferAction; actor: Actor; now: Date; lifetimeDays: number; reason?: string | null },
): Result<OfferDecision> {
  const { action, actor, now, lifetimeDays } = options
  const transition = offerTransition(action)
  const reason = options.reason?.trim() || null
  if (!transition.roles.includes(actor.kind)) return refuse('forbidden')
  if (!transition.from.includes(offer.state)) return refuse('transition_impossible')
  if (transition.needsReason && !reason)
    return refuse('reason_required', { reason: ['Dites pourquoi, en une phrase.'] })
  const opens = OPENING.includes(action)
  const next: Offer = {
    ...offer,
    state: transition.to,
    version: offer.version + 1,
    updatedAt: now,
    publishedAt: opens ? (offer.publishedAt ?? now) : offer.publishedAt,
    expiresAt: opens ? new Date(now.getTime() + lifetimeDays * 86_400_000) : offer.expiresAt,
    closedAt: CLOSING.includes(action) ? now : opens ? null : offer.closedAt,
    flags: action === 'approve' ? [] : offer.flags,
  }
  return ok({
    offer: next,
    change: { action, from: offer.state, to: next.state, reason },
    events: [{ type: transition.event, payload: { offerId: offer.id } } as DomainEvent],
  })
}
