import { inTransaction } from '#app/db/transaction.server.ts'
import type { Match } from '#app/domain/match.ts'
import type { Result } from '#app/domain/result.ts'
import { changeMatch, type MatchCommand } from './change-match.server.ts'

/** Approves a proposal: its message leaves when the worker's contact policy allows it. Refusals: `not_found`, `forbidden`, `transition_impossible`, `reason_required`, `stale_version`. */
export const approveMatch = (command: MatchCommand): Promise<Result<Match>> =>
  inTransaction((tx) => changeMatch(tx, 'approve', command))
