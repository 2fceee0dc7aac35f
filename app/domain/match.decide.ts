import type { Actor } from './actor.ts'
import type { DomainEvent } from './events.ts'
import { type MatchAction, matchTransition } from './match.transitions.ts'
import type { Match } from './match.ts'
import { ok, type Result, refuse } from './result.ts'

/** One line of a match's history. */
export type MatchChange = {
  action: MatchAction
  from: Match['state']
  to: Match['state']
  reason: string | null
}
export type MatchDecision = { match: Match; change: MatchChange; events: DomainEvent[] }

/**
 * Applies an action to a match: the new state, its history line and the fact to record, if any.
 * Refusals: `forbidden`, `transition_impossible`, `reason_required`.
 */
export function decideMatch(
  match: Match,
  options: { action: MatchAction; actor: Actor; now: Date; reason?: string | null },
): Result<MatchDecision> {
  const { action, actor, now } = options
  const transition = matchTransition(action)
  const reason = options.reason?.trim() || null
  if (!transition.roles.includes(actor.kind)) return refuse('forbidden')
  if (!transition.from.includes(match.state)) return refuse('transition_impossible')
  if (transition.needsReason && !reason)
    return refuse('reason_required', { reason: ['Dites pourquoi, en une phrase.'] })
  const next: Match = {
    ...match,
    state: transition.to,
    reason: transition.to === 'set_aside' ? reason : null,
    version: match.version + 1,
    updatedAt: now,
  }
  return ok({
    match: next,
    change: { action, from: match.state, to: next.state, reason },
    events: transition.event
      ? [{ type: transition.event, payload: { matchId: match.id } } as DomainEvent]
      : [],
  })
}
