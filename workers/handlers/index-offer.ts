import { indexOffers } from '#search/reindex.server.ts'
import type { JobData } from '#workers/jobs.ts'

/** Makes the search agree with the database on one offer: published, its public document is put; anything else, removed. */
export const indexOffer = ({ offerId }: JobData<'index-offer'>): Promise<void> => indexOffers([offerId])
