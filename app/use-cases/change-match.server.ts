import type { Db } from '#app/db/client.server.ts'
import { addMatchChange, findMatch, saveMatch } from '#app/db/matches.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { type Actor, scopeOf } from '#app/domain/actor.ts'
import { decideMatch } from '#app/domain/match.decide.ts'
import { ownsMatch } from '#app/domain/match.policy.ts'
import type { MatchAction } from '#app/domain/match.transitions.ts'
import type { Match } from '#app/domain/match.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'

export type MatchCommand = { actor: Actor; matchId: string; now: Date; reason?: string | null }

/** The five steps common to every action on one match, inside the caller's transaction. */
export async function changeMatch(
  tx: Db,
  action: MatchAction,
  command: MatchCommand,
): Promise<Result<Match>> {
  const { actor, matchId, now, reason } = command
  const match = await findMatch(tx, scopeOf(actor), matchId)
  if (!match || !ownsMatch(actor, match)) return refuse('not_found')
  const decision = decideMatch(match, { action, actor, now, reason })
  if (!decision.ok) return decision
  const { match: next, change, events } = decision.value
  if (!(await saveMatch(tx, next, match.version))) return refuse('stale_version')
  await addMatchChange(tx, match.id, { ...change, actor, now })
  await appendEvents(tx, events, now)
  return ok(next)
}
