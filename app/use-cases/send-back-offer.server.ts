import { inTransaction } from '#app/db/transaction.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Result } from '#app/domain/result.ts'
import { changeOffer, type OfferCommand } from './change-offer.server.ts'

/** Sends a reviewed offer back to be corrected, saying what to change. Refusals: `not_found`, `forbidden`, `transition_impossible`, `reason_required`, `stale_version`. */
export const sendBackOffer = (command: OfferCommand): Promise<Result<Offer>> =>
  inTransaction((tx) => changeOffer(tx, 'send_back', command))
