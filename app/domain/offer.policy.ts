import type { Actor } from './actor.ts'
import { OFFER_ACTIONS, type OfferAction, offerTransition } from './offer.transitions.ts'
import type { Offer } from './offer.ts'

type Owned = Pick<Offer, 'organisationId' | 'territoryId'>

/** True when the offer belongs to the actor: the recruiter's organisation, or the officer's territory. */
export function ownsOffer(actor: Actor, offer: Owned): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'recruiter') return offer.organisationId === actor.organisationId
  if (actor.kind === 'relation_officer' || actor.kind === 'administrator')
    return offer.territoryId === actor.territoryId
  return false
}

/** True when this actor may do this action on this offer, its present state included. */
export const canDoOnOffer = (
  actor: Actor,
  offer: Owned & Pick<Offer, 'state'>,
  action: OfferAction,
): boolean =>
  ownsOffer(actor, offer) &&
  offerTransition(action).roles.includes(actor.kind) &&
  offerTransition(action).from.includes(offer.state)

/** True when this actor may change the text of this offer. */
export const canEditOffer = (actor: Actor, offer: Owned & Pick<Offer, 'state'>): boolean =>
  ownsOffer(actor, offer) && ['draft', 'published', 'suspended', 'in_review'].includes(offer.state)

/** The `can` object that loaders send to the screen: every action, allowed or not. */
export const offerPermissions = (actor: Actor, offer: Owned & Pick<Offer, 'state'>) => ({
  edit: canEditOffer(actor, offer),
  ...(Object.fromEntries(OFFER_ACTIONS.map((a) => [a, canDoOnOffer(actor, offer, a)])) as Record<
    OfferAction,
    boolean
  >),
})
