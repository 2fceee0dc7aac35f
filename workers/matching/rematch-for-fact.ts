import { db } from '#app/db/client.server.ts'
import type { Pair } from '#app/db/match-replacement.server.ts'
import { listFactsToAnswer, markJobDone } from '#app/db/outbox.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import { factsOf, reactionsTo } from '#workers/subscriptions.ts'
import type { MatchSide } from './matcher.ts'
import { rematch } from './rematch.ts'

/**
 * Rematches an offer, or a person, for a fact and for all others that wait about the same one: several changes in a row are
 * scored once. Nothing is done for a fact that an earlier run has answered. Returns the pairs newly proposed.
 */
export async function rematchForFact(
  fact: { job: 'match-offer' | 'match-profile'; side: MatchSide; subjectId: string; eventId: string },
  { matcher, clock }: Pick<WorkerContext, 'matcher' | 'clock'>,
): Promise<Pair[]> {
  const { job, side, subjectId, eventId } = fact
  const facts = await listFactsToAnswer(db(), { eventId, job, types: factsOf(job), subjectId })
  if (!facts) return []
  const added = await rematch({ side, ids: [subjectId] }, { matcher, now: clock() })
  for (const { id, type } of facts)
    if (id !== eventId) await markJobDone(db(), id, { job, expectedJobs: reactionsTo(type), now: clock() })
  return added
}
