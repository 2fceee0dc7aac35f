import type { Actor } from './actor.ts'
import { decideOffer, type OfferDecision } from './offer.decide.ts'
import { isDuplicate } from './offer.similarity.ts'
import { flagsOf, screenOffer } from './offer.text-filter.ts'
import type { Offer } from './offer.ts'
import type { OrganisationState } from './organisation.ts'
import { type Result, refuse } from './result.ts'

/** States in which an offer stands beside another: two of them may not say the same. */
export const STANDING_STATES = ['in_review', 'published', 'suspended'] as const

type Situation = {
  actor: Actor
  now: Date
  lifetimeDays: number
  organisationState: OrganisationState
  /** The organisation's other offers in a standing state. */
  standing: readonly Offer[]
  /** The organisation was told of a twin and wants both. */
  isConfirmed: boolean
}

/**
 * A draft goes on line at once when its organisation is verified and the text filter finds nothing; else an officer reads
 * it first. Refusals: those of `decideOffer`, `forbidden` for a closed organisation, `offer_duplicate` with the twin's id
 * in the field `twinId`.
 */
export function decidePublish(offer: Offer, situation: Situation): Result<OfferDecision> {
  const { actor, now, lifetimeDays, organisationState, standing, isConfirmed } = situation
  if (organisationState === 'closed') return refuse('forbidden')
  const twin = standing.find((other) => other.id !== offer.id && isDuplicate(other, offer))
  if (twin && !isConfirmed && offer.state === 'draft') return refuse('offer_duplicate', { twinId: [twin.id] })
  const flags = flagsOf(screenOffer(offer))
  const action = organisationState === 'verified' && flags.length === 0 ? 'publish' : 'submit'
  return decideOffer({ ...offer, flags }, { action, actor, now, lifetimeDays })
}
