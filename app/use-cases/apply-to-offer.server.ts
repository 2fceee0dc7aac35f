import { inTransaction } from '#app/db/transaction.server.ts'
import type { Result } from '#app/domain/result.ts'
import { type SendApplication, sendApplication } from './send-application.server.ts'

/**
 * A candidate answers an offer in one gesture, with a sentence of 500 characters at most or none. Twice is once: the
 * application that stands is returned. Refusals: `not_found`, `offer_closed`, `offer_full`, `already_applied`,
 * `invalid_input` on `sentence`, `stale_version`.
 */
export const applyToOffer = (options: SendApplication): Promise<Result<{ applicationId: string }>> =>
  inTransaction((tx) => sendApplication(tx, options))
