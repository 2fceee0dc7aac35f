/** The parts of what is kept about somebody, in the order in which the person reads them. */
export const OWN_DATA_PARTS = [
  'account',
  'profile',
  'cv',
  'cv_file',
  'registration',
  'consents',
  'applications',
  'offer_marks',
  'saved_searches',
  'told_offers',
  'proposals',
  'messages',
  'answers',
  'readings',
  'followed_by',
  'following',
  'memberships',
  'invitations',
  'join_requests',
  'verifications',
  'history',
  'suspensions',
  'sessions',
  'codes',
  'contact_proofs',
  'second_factor',
  'recovery_codes',
] as const
export type OwnDataPart = (typeof OWN_DATA_PARTS)[number]

/** A value as JSON has them. Dates are ISO texts. */
export type OwnValue = string | number | boolean | null | OwnValue[] | { [field: string]: OwnValue }
export type OwnRow = { [field: string]: OwnValue }

/** Everything kept about one person: rows by part, oldest first. */
export type OwnData = Record<OwnDataPart, OwnRow[]>

const DONE_AT_WORK =
  'What somebody did for an organisation or for the territory is part of the record of whom or what it was about.'

/**
 * The columns that lead to a person and are not in her or his copy, each with its reason; every other one is read by a source
 * of `app/db/own-data.server.ts`. A test compares both with the database's own catalogue.
 */
export const LEFT_OUT: Record<string, string> = {
  'access_log.account_id': 'Whom a professional read is kept to protect those who were read.',
  'account.duplicate_of_id': 'Another account, which may be somebody else.',
  'account_change.by_id': DONE_AT_WORK,
  'application_change.account_id': DONE_AT_WORK,
  'consent.recorded_by_id': DONE_AT_WORK,
  'consent.withdrawn_by_id': DONE_AT_WORK,
  'contact_request.account_id': DONE_AT_WORK,
  'invitation.invited_by_id': DONE_AT_WORK,
  'match_change.account_id': DONE_AT_WORK,
  'offer_change.account_id': DONE_AT_WORK,
  'organisation_change.account_id': DONE_AT_WORK,
  'suspension_request.decided_by_id': DONE_AT_WORK,
  'suspension_request.proposed_by_id': DONE_AT_WORK,
}
