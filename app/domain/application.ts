import type { IsoDate } from './duration.ts'
import type { OfferKind } from './offer.ts'

export const APPLICATION_STATES = [
  'sent',
  'seen',
  'in_progress',
  'interview',
  'on_hold',
  'pool',
  'hired',
  'refused',
  'withdrawn',
  'obsolete',
  'unanswered',
] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

export const REFUSAL_REASONS = [
  'position_filled',
  'licence_missing',
  'experience_missing',
  'schedule',
  'distance',
  'no_answer_from_candidate',
  'other_profile',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** The kinds that somebody who applies without an offer may say she or he would like. */
export const WANTED_KINDS = ['job', 'seasonal', 'volunteering'] as const satisfies readonly OfferKind[]
export type WantedKind = (typeof WANTED_KINDS)[number]

/** A candidate's answer to an offer or, with `offerId` null, a candidacy to an organisation without one. `promisedOn` is the day before which the organisation promised to answer. */
export type Application = {
  id: string
  offerId: string | null
  organisationId: string | null
  territoryId: string
  profileId: string
  matchId: string | null
  state: ApplicationState
  sentence: string | null
  /** Said by some of those who apply without an offer. */
  wantedKind: WantedKind | null
  refusalReason: RefusalReason | null
  isReasonShared: boolean
  interviewAt: Date | null
  promisedOn: IsoDate
  version: number
  createdAt: Date
  updatedAt: Date
}
