import { logger } from '#app/system/logger.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematchForFacts } from '#workers/matching/rematch-for-facts.ts'

/** Replaces the proposals of offers by the best people of today. */
export async function matchOffer(
  { eventIds }: JobData<'match-offer'>,
  context: WorkerContext,
): Promise<void> {
  const proposed = await rematchForFacts({ job: 'match-offer', side: 'offers', eventIds }, context)
  if (proposed > 0) logger.info({ facts: eventIds.length, proposed }, 'people proposed')
}
