import type { Actor } from './actor.ts'
import { MATCH_ACTIONS, type MatchAction, matchTransition } from './match.transitions.ts'
import type { Match } from './match.ts'

type Owned = Pick<Match, 'profileId' | 'territoryId' | 'state'>

/** True when the match is the candidate's own, or in the officer's territory. */
export function ownsMatch(actor: Actor, match: Omit<Owned, 'state'>): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'candidate') return match.profileId === actor.profileId
  if (actor.kind === 'relation_officer' || actor.kind === 'administrator')
    return match.territoryId === actor.territoryId
  return false
}

/** True when this actor may do this action on this match, its present state included. */
export const canDoOnMatch = (actor: Actor, match: Owned, action: MatchAction): boolean =>
  ownsMatch(actor, match) &&
  matchTransition(action).roles.includes(actor.kind) &&
  matchTransition(action).from.includes(match.state)

/** The `can` object that loaders send to the screen: every action, allowed or not. */
export const matchPermissions = (actor: Actor, match: Owned): Record<MatchAction, boolean> =>
  Object.fromEntries(MATCH_ACTIONS.map((action) => [action, canDoOnMatch(actor, match, action)])) as Record<
    MatchAction,
    boolean
  >
