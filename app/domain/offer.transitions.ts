import type { ActorKind } from './actor.ts'
import type { DomainEvent } from './events.ts'
import type { OfferState } from './offer.ts'

type Transition = {
  from: readonly OfferState[]
  to: OfferState
  roles: readonly ActorKind[]
  event: Extract<DomainEvent['type'], `offer.${string}`>
  needsReason?: boolean
}

const OWNERS = ['recruiter', 'relation_officer', 'administrator'] as const
const OFFICERS = ['relation_officer', 'administrator'] as const

/** Offer actions: from which states, to which, by whom, and the fact each records (domain: "Offers", State). */
export const OFFER_TRANSITIONS = {
  submit: { from: ['draft'], to: 'in_review', roles: OWNERS, event: 'offer.submitted' },
  publish: { from: ['draft'], to: 'published', roles: [...OWNERS, 'system'], event: 'offer.published' },
  approve: { from: ['in_review'], to: 'published', roles: OFFICERS, event: 'offer.approved' },
  refuse: { from: ['in_review'], to: 'refused', roles: OFFICERS, event: 'offer.refused', needsReason: true },
  send_back: {
    from: ['in_review'],
    to: 'draft',
    roles: OFFICERS,
    event: 'offer.sent_back',
    needsReason: true,
  },
  flag: {
    from: ['published', 'suspended'],
    to: 'in_review',
    roles: [...OWNERS, 'system'],
    event: 'offer.submitted',
  },
  suspend: { from: ['published'], to: 'suspended', roles: OWNERS, event: 'offer.suspended' },
  resume: { from: ['suspended'], to: 'published', roles: OWNERS, event: 'offer.resumed' },
  prolong: { from: ['published', 'expired'], to: 'published', roles: OWNERS, event: 'offer.prolonged' },
  fill: { from: ['published', 'suspended'], to: 'filled', roles: OWNERS, event: 'offer.filled' },
  expire: { from: ['published', 'suspended'], to: 'expired', roles: ['system'], event: 'offer.expired' },
  withdraw: {
    from: ['draft', 'in_review', 'published', 'suspended'],
    to: 'withdrawn',
    roles: [...OWNERS, 'system'],
    event: 'offer.withdrawn',
  },
} as const satisfies Record<string, Transition>

export type OfferAction = keyof typeof OFFER_TRANSITIONS
export const OFFER_ACTIONS = Object.keys(OFFER_TRANSITIONS) as OfferAction[]

/** The transition of an action, widened so that every field can be asked for. */
export const offerTransition = (action: OfferAction): Transition => OFFER_TRANSITIONS[action]
