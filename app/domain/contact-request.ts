import type { Actor } from './actor.ts'
import type { MatchState } from './match.ts'
import type { MessageState } from './message.ts'
import { ownsOffer } from './offer.policy.ts'
import { isReserved, type Offer } from './offer.ts'
import type { OrganisationState } from './organisation.ts'

/** Characters of an organisation's own sentence in a request. */
export const SENTENCE_MAX = 140

/** An organisation asks, through the platform, for a word with somebody about one of its offers. */
export type ContactRequest = {
  id: string
  matchId: string
  organisationId: string
  /** Who asked. */
  accountId: string
  sentence: string | null
  createdAt: Date
  /** The person said yes on the page that told what the organisation would then see. */
  agreedAt: Date | null
}

/** Where a request stands, as its organisation reads it. `impossible` says no more: neither that a budget is spent, nor that an account stopped. */
export type ContactRequestState = 'waiting' | 'asked' | 'agreed' | 'declined' | 'impossible'

const LOST: readonly MessageState[] = ['hard_bounce', 'blocked', 'invalid', 'error', 'cancelled']
const UNWRITTEN_MS = 3_600_000

type Standing = {
  request: Pick<ContactRequest, 'createdAt' | 'agreedAt'>
  matchState: MatchState
  /** The message of the request; null while none is written. */
  messageState: MessageState | null
  now: Date
}

/** Where a request stands. A message not written within the hour will not be: the contact policy said never. */
export function contactRequestState({
  request,
  matchState,
  messageState,
  now,
}: Standing): ContactRequestState {
  if (matchState === 'declined') return 'declined'
  if (matchState === 'interested' || matchState === 'applied') return request.agreedAt ? 'agreed' : 'asked'
  if (messageState && LOST.includes(messageState)) return 'impossible'
  if (matchState === 'notified') return 'asked'
  if (matchState !== 'approved') return 'impossible'
  if (messageState) return 'waiting'
  return now.getTime() - request.createdAt.getTime() < UNWRITTEN_MS ? 'waiting' : 'impossible'
}

/**
 * True when this actor may ask people for a word about this offer: its own, on line, of a verified organisation, and not
 * reserved, as the answer would tell each person's situation.
 */
export const canAskContact = (
  actor: Actor,
  offer: Pick<Offer, 'organisationId' | 'territoryId' | 'state' | 'details'>,
  organisationState: OrganisationState,
): boolean =>
  actor.kind === 'recruiter' &&
  ownsOffer(actor, offer) &&
  offer.state === 'published' &&
  !isReserved(offer.details) &&
  organisationState === 'verified'

/** True while the organisation may read who the person is: she or he agreed, and has not said no since. */
export const mayReadIdentity = (state: ContactRequestState): boolean => state === 'agreed'
