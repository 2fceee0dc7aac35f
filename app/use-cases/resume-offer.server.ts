import { inTransaction } from '#app/db/transaction.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Result } from '#app/domain/result.ts'
import { changeOffer, type OfferCommand } from './change-offer.server.ts'

/** Puts an offer on pause back on line; its expiry does not move. Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`. */
export const resumeOffer = (command: OfferCommand): Promise<Result<Offer>> =>
  inTransaction((tx) => changeOffer(tx, 'resume', command))
