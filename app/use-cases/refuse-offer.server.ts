import { inTransaction } from '#app/db/transaction.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Result } from '#app/domain/result.ts'
import { changeOffer, type OfferCommand } from './change-offer.server.ts'

/** Refuses a reviewed offer, for a reason the organisation reads. Refusals: `not_found`, `forbidden`, `transition_impossible`, `reason_required`, `stale_version`. */
export const refuseOffer = (command: OfferCommand): Promise<Result<Offer>> =>
  inTransaction((tx) => changeOffer(tx, 'refuse', command))
