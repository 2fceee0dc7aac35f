import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematchForFacts } from '#workers/matching/rematch-for-facts.ts'

/** Replaces the proposals of people by the best offers of today. */
export async function matchProfile(
  { eventIds }: JobData<'match-profile'>,
  context: WorkerContext,
): Promise<void> {
  await rematchForFacts({ job: 'match-profile', side: 'profiles', eventIds }, context)
}
