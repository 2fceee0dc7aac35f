import { inTransaction } from '#app/db/transaction.server.ts'
import type { Result } from '#app/domain/result.ts'
import { answerProposal } from './answer-proposal.server.ts'
import type { MatchCommand } from './change-match.server.ts'

/** A candidate says no, without a reason. Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`. */
export const declineProposal = (command: MatchCommand): Promise<Result<null>> =>
  inTransaction((tx) => answerProposal(tx, 'decline', command))
