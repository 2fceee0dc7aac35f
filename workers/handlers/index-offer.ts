import { indexOffers } from '#search/reindex.server.ts'
import { answerFacts } from '#workers/answer-facts.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Makes the search agree with the database on offers: published, their public document is put; anything else, removed. */
export const indexOffer = (
  { eventIds }: JobData<'index-offer'>,
  context: Pick<WorkerContext, 'clock'>,
): Promise<void> =>
  answerFacts('index-offer', eventIds, context, async (facts) => {
    const offerIds = facts.flatMap(({ event: { payload } }) =>
      'offerId' in payload ? [payload.offerId] : [],
    )
    await indexOffers([...new Set(offerIds)])
    return facts
  })
