/** Delivery states of one message. `queued` is written before anything is sent. */
export const MESSAGE_STATES = [
  'queued',
  'accepted',
  'delivered',
  'soft_bounce',
  'hard_bounce',
  'blocked',
  'invalid',
  'error',
  'unknown',
  'cancelled',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** What a message says. Each has one template a channel. */
export const MESSAGE_KINDS = [
  'sign_in_code',
  'match_proposed',
  'application_received',
  'application_interview',
  'application_hired',
  'application_refused',
  'application_obsolete',
  'application_unanswered',
  'application_offer_closed',
  'application_reminder',
  'offer_approved',
  'offer_refused',
  'offer_sent_back',
  'offer_expiring',
  'reading_alarm',
  'invitation',
  'join_requested',
  'organisation_code',
  'organisation_verified',
  'organisation_refused',
  'contact_changed',
  'factor_changed',
  'retention_notice',
  'search_digest',
  'search_paused',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** News the person asked to be told of from time to time: outside the budget, never outside the hours. */
export const ASKED_NEWS_KINDS: readonly MessageKind[] = ['search_digest']

/** Messages that answer an act of the person, or of time: outside the budget and the hours. */
export const TRANSACTIONAL_KINDS: readonly MessageKind[] = MESSAGE_KINDS.filter(
  (kind) => kind !== 'match_proposed' && !ASKED_NEWS_KINDS.includes(kind),
)

/** Messages that keep an account safe: they go to one channel and no other, whatever the account has become, after a STOP too. */
export const SECURITY_KINDS: readonly MessageKind[] = ['sign_in_code', 'contact_changed', 'factor_changed']

/** One e-mail or SMS to one account about one thing. Unique by event, account and channel. `subjectId` is what it tells about. */
export type Message = {
  id: string
  eventId: string
  accountId: string
  /** Written to this organisation's own address, for the account. */
  toOrganisationId?: string | null
  channel: 'sms' | 'email'
  kind: MessageKind
  subjectId: string
  state: MessageState
  providerId: string | null
  segments: number
  attempts: number
  sendAfter: Date
  createdAt: Date
  updatedAt: Date
}
