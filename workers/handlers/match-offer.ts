import { logger } from '#app/system/logger.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematchForFact } from '#workers/matching/rematch-for-fact.ts'

/** Replaces the proposals of an offer by the best people of today. */
export async function matchOffer(
  { eventId, offerId }: JobData<'match-offer'>,
  context: WorkerContext,
): Promise<void> {
  const fact = { job: 'match-offer', side: 'offers', subjectId: offerId, eventId } as const
  const added = await rematchForFact(fact, context)
  if (added.length > 0) logger.info({ offerId, proposed: added.length }, 'people proposed')
}
