import type { Account } from './account.ts'
import type { IsoDate } from './duration.ts'
import type { Message, MessageKind } from './message.ts'

export type MessageChannel = Message['channel']

/** What the contact policy knows of the person: no name. */
export type ContactPerson = Pick<
  Account,
  'status' | 'suspensionReason' | 'channel' | 'phone' | 'email' | 'monthlySolicitations'
>

/** What one offer has already asked of people, its batches and where they stop (domain: "Contact"). */
export type OfferSolicitations = {
  /** When each other solicitation of this offer leaves or left; cancelled ones are not counted. */
  leavesAt: readonly Date[]
  interested: number
  batchSize: number
  stopAtInterested: number
}

/** One thing to say to one person. `now` is an instant; `holidays` are the public holidays as days in Paris. */
export type ContactCase = {
  kind: MessageKind
  person: ContactPerson
  now: Date
  holidays: ReadonlySet<IsoDate>
  /** True where a message reaches nobody, as in a demo: the hours then protect nobody and are not waited for. */
  isAnyHour: boolean
  /** Channels on which the last message to this person came back. */
  deadChannels: readonly MessageChannel[]
  /** The channel this message has to take: the one a code was asked on, e-mail for an organisation. */
  wantedChannel: MessageChannel | null
  /** When each other solicitation of this person leaves or left; cancelled ones are not counted. */
  solicitedAt: readonly Date[]
  hasBeenSolicitedForOffer: boolean
  offer: OfferSolicitations | null
}

export const NEVER_REASONS = [
  'account_suspended',
  'stopped',
  'unreachable',
  'already_solicited',
  'budget',
  'enough_interested',
] as const
export type NeverReason = (typeof NEVER_REASONS)[number]

/** Send now, send at a later instant, or never and why. */
export type ContactDecision =
  | { kind: 'send'; channel: MessageChannel }
  | { kind: 'later'; channel: MessageChannel; at: Date }
  | { kind: 'never'; reason: NeverReason }

/** Hours of solicitation on a clock in Paris: from 8 h, before 20 h, Monday to Saturday, no public holiday (domain: "Contact"). */
export const CONTACT_HOURS = { opens: 8, closes: 20 } as const

/** Hours left to the people of a batch to answer before the next batch leaves. */
export const BATCH_WAIT_HOURS = 24

/** Months ahead in which room is looked for when the budget of this month is spent. */
export const BUDGET_MONTHS_AHEAD = 2
