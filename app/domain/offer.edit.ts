import type { Actor } from './actor.ts'
import type { Position } from './geo.ts'
import type { OfferDecision } from './offer.decide.ts'
import { contentOf, hasSameContent } from './offer.draft.ts'
import { canEditOffer } from './offer.policy.ts'
import { flagsOf, screenOffer } from './offer.text-filter.ts'
import type { Offer, OfferContent } from './offer.ts'
import { ok, type Result, refuse } from './result.ts'

/**
 * Changes what an offer says. On line or on pause, a passage that the text filter flags and that was not there before
 * sends it back to review; a passage that an officer has let through stays so. Nothing changed: the offer as it is, but
 * for one without position, which gets its commune's.
 * Refusals: `transition_impossible`, `invalid_input` when the kind changes.
 */
export function decideEdit(
  offer: Offer,
  options: { content: OfferContent; position: Position; actor: Actor; now: Date },
): Result<OfferDecision> {
  const { content, position, actor, now } = options
  if (!canEditOffer(actor, offer)) return refuse('transition_impossible')
  if (content.details.kind !== offer.details.kind) return refuse('invalid_input')
  const from = offer.state
  const change = { action: 'edit' as const, from, to: from, reason: null }
  const isPlaced = offer.latitude !== null && offer.longitude !== null
  if (isPlaced && hasSameContent(offer, content)) return ok({ offer, change, events: [] })
  const known = screenOffer(offer).map(({ excerpt }) => excerpt.toLowerCase())
  const found = screenOffer(content)
  const isSeen = from === 'published' || from === 'suspended'
  const goesToReview = isSeen && found.some(({ excerpt }) => !known.includes(excerpt.toLowerCase()))
  const hasMoved = !isPlaced || content.communeCode !== offer.communeCode
  const next: Offer = {
    ...offer,
    ...contentOf(content),
    latitude: hasMoved ? position.latitude : offer.latitude,
    longitude: hasMoved ? position.longitude : offer.longitude,
    flags: goesToReview || from === 'in_review' ? flagsOf(found) : offer.flags,
    state: goesToReview ? 'in_review' : from,
    version: offer.version + 1,
    updatedAt: now,
  }
  const payload = { offerId: offer.id }
  if (goesToReview)
    return ok({
      offer: next,
      change: { ...change, action: 'flag', to: 'in_review' },
      events: [{ type: 'offer.submitted', payload }],
    })
  return ok({ offer: next, change, events: from === 'draft' ? [] : [{ type: 'offer.edited', payload }] })
}
