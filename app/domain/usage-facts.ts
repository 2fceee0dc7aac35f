import type { ActorKind } from './actor.ts'

/**
 * What says how a person uses the platform and what she or he refused: connections, codes asked for, answers to messages,
 * offers kept or set aside, searches whose news were asked for. It is the person's alone, and no role that could sanction reads it (domain.md, "Curation and follow-up"; issue 4, "The wall").
 */
export const USAGE_TABLES = [
  'session',
  'sign_in_code',
  'answer_link',
  'offer_mark',
  'saved_search',
  'told_offer',
] as const

/** The same, of tables that hold other facts too: table and column. */
export const USAGE_COLUMNS = [['account', 'last_seen_at']] as const

/** The same, of columns that say other things too: table and state. A proposal declined is a refusal. */
export const USAGE_STATES = [['match', 'declined']] as const

/** Whoever could draw a consequence for the person from what she or he does here. */
export const SANCTIONING_ROLES = [
  'relation_officer',
  'referent',
  'facilitator',
  'administrator',
  'hotline',
] as const satisfies readonly ActorKind[]
