import { logger } from '#app/system/logger.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematchOffer } from '#workers/matching/rematch-offer.ts'

/** Replaces the proposals of an offer by the best people of today. */
export async function matchOffer(
  { offerId }: JobData<'match-offer'>,
  { clock }: WorkerContext,
): Promise<void> {
  const proposed = await rematchOffer(offerId, clock())
  if (proposed > 0) logger.info({ offerId, proposed }, 'people proposed')
}
