import { listOfferIdsProposing } from '#app/db/allocations.server.ts'
import type { Pair } from '#app/db/match-replacement.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import type { Matcher, MatchSide } from './matcher.ts'
import { replaceProposals } from './replace-proposals.ts'

/**
 * Replaces the proposals of these offers, or people, by what the pools hold now, in one transaction. Then the offers, or those
 * that a person is new to or was proposed for, choose whom they propose now. Returns the pairs that are new.
 */
export async function rematch(
  asked: { side: MatchSide; ids: readonly string[] },
  { matcher, now }: { matcher: Matcher; now: Date },
): Promise<Pair[]> {
  await matcher.ready()
  const result = await inTransaction(async (tx) => {
    const replaced = await replaceProposals(tx, asked, { matcher, now })
    for (const { territoryId, ids, added } of replaced) {
      const around =
        asked.side === 'offers'
          ? ids
          : [...added.map(({ offerId }) => offerId), ...(await listOfferIdsProposing(tx, ids))]
      await allocateOffers(tx, { territoryId, offerIds: [...new Set(around)], now })
    }
    return ok(replaced.flatMap(({ added }) => added))
  })
  return result.ok ? result.value : []
}
