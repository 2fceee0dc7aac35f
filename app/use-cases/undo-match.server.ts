import { inTransaction } from '#app/db/transaction.server.ts'
import type { Match } from '#app/domain/match.ts'
import type { Result } from '#app/domain/result.ts'
import { changeMatch, type MatchCommand } from './change-match.server.ts'

/** Takes back an approval not yet sent, or a proposal put aside. Refusals: `not_found`, `forbidden`, `transition_impossible`, `reason_required`, `stale_version`. */
export const undoMatch = (command: MatchCommand): Promise<Result<Match>> =>
  inTransaction((tx) => changeMatch(tx, 'undo', command))
