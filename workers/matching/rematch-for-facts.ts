import { db } from '#app/db/client.server.ts'
import { listFactsAbout, type OpenFact } from '#app/db/outbox.server.ts'
import { answerFacts } from '#workers/answer-facts.ts'
import type { WorkerContext } from '#workers/context.ts'
import { factsOf } from '#workers/subscriptions.ts'
import type { MatchSide } from './matcher.ts'
import { rematch } from './rematch.ts'

const subjectOf = ({ event: { payload } }: OpenFact): string[] =>
  'offerId' in payload ? [payload.offerId] : 'profileId' in payload ? [payload.profileId] : []

/**
 * Rematches offers, or people, for facts and for all others that wait about the same ones: several changes in a row are
 * scored once. Nothing is done for a fact that an earlier run has answered. Returns how many pairs are newly proposed.
 */
export async function rematchForFacts(
  asked: { job: 'match-offer' | 'match-profile'; side: MatchSide; eventIds: readonly string[] },
  context: Pick<WorkerContext, 'matcher' | 'clock'>,
): Promise<number> {
  const { job, side, eventIds } = asked
  const { matcher, clock } = context
  let proposed = 0
  await answerFacts(job, eventIds, context, async (facts) => {
    const ids = [...new Set(facts.flatMap(subjectOf))]
    const others = await listFactsAbout(db(), { subjectIds: ids, job, types: factsOf(job) })
    proposed = (await rematch({ side, ids }, { matcher, now: clock() })).length
    return [...new Map([...facts, ...others].map((fact) => [fact.id, fact])).values()]
  })
  return proposed
}
