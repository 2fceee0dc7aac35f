import type { Db } from '#app/db/client.server.ts'
import {
  lockMatches,
  lockTerritories,
  type Pair,
  removeProposed,
  replaceMatches,
} from '#app/db/match-replacement.server.ts'
import { appendEvents, appendSettledEvents } from '#app/db/outbox.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import { reactionsTo } from '#workers/subscriptions.ts'
import type { Found, Matcher, MatchSide } from './matcher.ts'

/** The offers, or people, of one territory that were matched or lost their proposals, and the pairs newly proposed among theirs. */
export type Replaced = { territoryId: string; ids: string[]; added: Pair[] }

const territoriesOf = (found: readonly Found[]) => [...new Set(found.map(({ territoryId }) => territoryId))]

/**
 * Asks for the best pairs of these offers, or people, and replaces their proposals, inside the caller's transaction. An offer
 * that is not published, or a person who is suspended, loses those that nobody acted on; what was deleted is left out.
 */
export async function replaceProposals(
  tx: Db,
  { side, ids }: { side: MatchSide; ids: readonly string[] },
  { matcher, now }: { matcher: Matcher; now: Date },
): Promise<Replaced[]> {
  await lockMatches(tx, side, ids)
  const answers = await matcher.ask({ side, ids: [...ids], today: parisDate(now) })
  await lockTerritories(tx, side, territoriesOf(answers))
  const closedIds = answers.filter(({ isMatched }) => !isMatched).map(({ id }) => id)
  if (closedIds.length > 0) await removeProposed(tx, side, closedIds)
  const replaced: Replaced[] = []
  for (const territoryId of territoriesOf(answers)) {
    const found = answers.filter((one) => one.territoryId === territoryId)
    const matched = found.filter(({ isMatched }) => isMatched)
    const added = await replaceMatches(tx, {
      side,
      ids: matched.map(({ id }) => id),
      territoryId,
      scoringVersion: SCORING_VERSION,
      now,
      top: matched.flatMap(({ top }) => top),
      kept: matched.flatMap(({ kept }) => kept),
    })
    replaced.push({ territoryId, ids: found.map(({ id }) => id), added })
  }
  const offerIds = new Set(replaced.flatMap(({ added }) => added.map(({ offerId }) => offerId)))
  const events = [...offerIds].map((offerId) => ({ type: 'matches.proposed' as const, payload: { offerId } }))
  const append = reactionsTo('matches.proposed').length > 0 ? appendEvents : appendSettledEvents
  await append(tx, events, now)
  return replaced
}
