import { inTransaction } from '#app/db/transaction.server.ts'
import type { Offer } from '#app/domain/offer.ts'
import type { Result } from '#app/domain/result.ts'
import { changeOffer, type OfferCommand } from './change-offer.server.ts'

/** Takes an offer off line for a while; nobody can apply. Refusals: `not_found`, `forbidden`, `transition_impossible`, `stale_version`. */
export const suspendOffer = (command: OfferCommand): Promise<Result<Offer>> =>
  inTransaction((tx) => changeOffer(tx, 'suspend', command))
