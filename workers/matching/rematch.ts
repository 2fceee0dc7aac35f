import { listOfferIdsProposing } from '#app/db/allocations.server.ts'
import type { Db } from '#app/db/client.server.ts'
import { lockMatches, type Pair, removeProposed, replaceMatches } from '#app/db/match-replacement.server.ts'
import { appendEvents } from '#app/db/outbox.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { parisDate } from '#app/domain/duration.ts'
import { SCORING_VERSION } from '#app/domain/matching/weights.ts'
import { ok } from '#app/domain/result.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import type { Found, Matcher, MatchSide } from './matcher.ts'

const byTerritory = (found: readonly Found[]) =>
  [...new Set(found.map(({ territoryId }) => territoryId))].map((territoryId) => ({
    territoryId,
    found: found.filter((one) => one.territoryId === territoryId),
  }))

/** The offers themselves, or those that people are new to or were proposed for: their proposals may change. */
async function offersTouched(tx: Db, of: { side: MatchSide; ids: string[]; added: readonly Pair[] }) {
  if (of.side === 'offers') return of.ids
  return [
    ...new Set([...of.added.map(({ offerId }) => offerId), ...(await listOfferIdsProposing(tx, of.ids))]),
  ]
}

/**
 * Asks for the best pairs of these offers, or people, and replaces their proposals, in one transaction. An offer that is not
 * published loses those that nobody acted on; what was deleted is left out. Then the offers
 * touched choose whom they propose now. Returns the pairs that are new.
 */
export async function rematch(
  asked: { side: MatchSide; ids: readonly string[] },
  { matcher, now }: { matcher: Matcher; now: Date },
): Promise<Pair[]> {
  const { side } = asked
  const ids = [...asked.ids]
  await matcher.ready()
  const result = await inTransaction(async (tx) => {
    await lockMatches(tx, side, ids)
    const answers = await matcher.ask({ side, ids, today: parisDate(now) })
    const closedIds = answers.filter(({ isMatched }) => !isMatched).map(({ id }) => id)
    if (closedIds.length > 0) await removeProposed(tx, side, closedIds)
    const added: Pair[] = []
    const touched: { territoryId: string; offerIds: string[] }[] = []
    for (const { territoryId, found } of byTerritory(answers.filter(({ isMatched }) => isMatched))) {
      const own = await replaceMatches(tx, {
        side,
        ids: found.map(({ id }) => id),
        territoryId,
        scoringVersion: SCORING_VERSION,
        now,
        top: found.flatMap(({ top }) => top),
        kept: found.flatMap(({ kept }) => kept),
      })
      added.push(...own)
      const foundIds = found.map(({ id }) => id)
      touched.push({ territoryId, offerIds: await offersTouched(tx, { side, ids: foundIds, added: own }) })
    }
    const offerIds = [...new Set(added.map(({ offerId }) => offerId))]
    const events = offerIds.map((offerId) => ({ type: 'matches.proposed' as const, payload: { offerId } }))
    await appendEvents(tx, events, now)
    for (const changed of touched) await allocateOffers(tx, { ...changed, now })
    return ok(added)
  })
  return result.ok ? result.value : []
}
