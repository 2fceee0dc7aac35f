import { markContactAgreed } from '#app/db/contact-requests.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import type { Result } from '#app/domain/result.ts'
import { answerProposal } from './answer-proposal.server.ts'
import type { MatchCommand } from './change-match.server.ts'

/** `requestId` is the request for a word that the page told of, if any: what the organisation then sees was said there. */
export type ProposalAcceptance = MatchCommand & { requestId: string | null }

/**
 * A candidate is interested in a proposal, and agrees to the request for a word that she or he was told of. Refusals:
 * `not_found`, `forbidden`, `offer_closed`, `transition_impossible`, `stale_version`.
 */
export const acceptProposal = ({ requestId, ...command }: ProposalAcceptance): Promise<Result<null>> =>
  inTransaction(async (tx) => {
    const answered = await answerProposal(tx, 'accept', command)
    const { matchId, now } = command
    if (answered.ok && requestId) await markContactAgreed(tx, { matchId, requestId, now })
    return answered
  })
