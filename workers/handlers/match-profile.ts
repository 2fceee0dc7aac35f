import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'
import { rematchProfile } from '#workers/matching/rematch-profile.ts'

/** Replaces the proposals of a person by the best offers of today. */
export async function matchProfile(
  { profileId }: JobData<'match-profile'>,
  { clock }: WorkerContext,
): Promise<void> {
  await rematchProfile(profileId, clock())
}
