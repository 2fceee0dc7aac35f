import type { Criterion, Gate } from './matching/criteria.ts'

export const MATCH_STATES = [
  'proposed',
  'set_aside',
  'approved',
  'notified',
  'interested',
  'declined',
  'applied',
] as const
export type MatchState = (typeof MATCH_STATES)[number]

/** Points of one criterion, in tenths of a point: the ones of a match add up to its score. */
export type CriterionPoints = { criterion: Criterion; tenths: number }

/**
 * The engine's pair, before and after curation. `scoreTenths` is the score 0–100 in tenths of a point (0–1000).
 * A row is kept while it is among the 50 best of its offer or of its profile, or once somebody has acted on it.
 */
export type Match = {
  id: string
  offerId: string
  profileId: string
  territoryId: string
  scoringVersion: string
  scoreTenths: number
  distanceKm: number
  criteria: CriterionPoints[]
  missing: Gate[]
  state: MatchState
  reason: string | null
  isTopForOffer: boolean
  isTopForProfile: boolean
  version: number
  updatedAt: Date
}

/** How many matches are kept for an offer, and for a profile. */
export const MATCHES_KEPT = 50
