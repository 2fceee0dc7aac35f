import type { IsoDate } from './duration.ts'

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

/** A candidate's answer to an offer. `promisedOn` is the day before which the organisation promised to answer. */
export type Application = {
  id: string
  offerId: string
  organisationId: string | null
  territoryId: string
  profileId: string
  matchId: string | null
  state: ApplicationState
  sentence: string | null
  refusalReason: RefusalReason | null
  isReasonShared: boolean
  interviewAt: Date | null
  promisedOn: IsoDate
  version: number
  createdAt: Date
  updatedAt: Date
}
