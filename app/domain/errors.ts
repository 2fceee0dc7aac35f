/** Every expected refusal of the platform. `app/http/respond.server.ts` gives each its status and its sentence. */
export const REFUSAL_CODES = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'stale_version',
  'transition_impossible',
  'reason_required',
  'offer_closed',
  'offer_full',
  'offer_duplicate',
  'already_applied',
  'list_full',
  'account_suspended',
  'link_used',
  'link_expired',
  'code_wrong',
  'code_expired',
  'too_many_tries',
  'too_many_requests',
  'too_many_attempts',
  'factor_code_wrong',
  'proof_needed',
  'already_sent',
  'already_asked',
  'budget_spent',
  'contact_impossible',
  'reading_stopped',
  'organisation_closed',
  'organisation_known',
  'own_organisation',
  'already_member',
  'last_administrator',
  'post_held',
  'invitation_used',
  'invitation_revoked',
  'invitation_expired',
] as const

export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** A refusal: what was refused, and for bad input the sentences to show beside each field. */
export type Refusal = { code: RefusalCode; fields: Record<string, string[]> }
