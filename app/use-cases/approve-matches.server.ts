import { inTransaction } from '#app/db/transaction.server.ts'
import type { Actor } from '#app/domain/actor.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { changeMatch } from './change-match.server.ts'

/**
 * Approves several proposals at once and returns how many were. Those somebody decided on in between are left as they are.
 * Refusals: `not_found`, `forbidden`, `stale_version`.
 */
export const approveMatches = (command: {
  actor: Actor
  matchIds: string[]
  now: Date
}): Promise<Result<number>> =>
  inTransaction(async (tx) => {
    let approved = 0
    for (const matchId of command.matchIds) {
      const result = await changeMatch(tx, 'approve', { ...command, matchId })
      if (result.ok) approved++
      else if (result.refusal.code !== 'transition_impossible') return result
    }
    return ok(approved)
  })
