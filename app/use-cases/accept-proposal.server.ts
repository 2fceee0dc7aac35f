import { inTransaction } from '#app/db/transaction.server.ts'
import type { Result } from '#app/domain/result.ts'
import { answerProposal } from './answer-proposal.server.ts'
import type { MatchCommand } from './change-match.server.ts'

/** A candidate is interested in a proposal. Refusals: `not_found`, `forbidden`, `offer_closed`, `transition_impossible`, `stale_version`. */
export const acceptProposal = (command: MatchCommand): Promise<Result<null>> =>
  inTransaction((tx) => answerProposal(tx, 'accept', command))
