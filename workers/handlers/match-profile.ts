import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematchForFact } from '#workers/matching/rematch-for-fact.ts'

/** Replaces the proposals of a person by the best offers of today. */
export async function matchProfile(
  { eventId, profileId }: JobData<'match-profile'>,
  context: WorkerContext,
): Promise<void> {
  await rematchForFact({ job: 'match-profile', side: 'profiles', subjectId: profileId, eventId }, context)
}
