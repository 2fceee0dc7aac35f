import { inTransaction } from '#app/db/transaction.server.ts'
import type { Match } from '#app/domain/match.ts'
import type { Result } from '#app/domain/result.ts'
import { changeMatch, type MatchCommand } from './change-match.server.ts'

/** Puts a proposal aside, with its reason. Refusals: `not_found`, `forbidden`, `transition_impossible`, `reason_required`, `stale_version`. */
export const setAsideMatch = (command: MatchCommand): Promise<Result<Match>> =>
  inTransaction((tx) => changeMatch(tx, 'set_aside', command))
