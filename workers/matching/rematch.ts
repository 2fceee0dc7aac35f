import { listOfferIdsProposing } from '#app/db/allocations.server.ts'
import type { Pair } from '#app/db/match-replacement.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import { allocateTogether } from './allocate-together.ts'
import type { Matcher, MatchSide } from './matcher.ts'
import { type Replaced, replaceProposals } from './replace-proposals.ts'

type With = { matcher: Matcher; now: Date }

async function replaceForOffers(ids: readonly string[], { matcher, now }: With): Promise<Replaced[]> {
  const result = await inTransaction(async (tx) =>
    ok(await replaceProposals(tx, { side: 'offers', ids }, { matcher, now })),
  )
  const replaced = result.ok ? result.value : []
  await Promise.all(
    replaced.map(({ territoryId, ids: offerIds }) => allocateTogether({ territoryId, offerIds, now })),
  )
  return replaced
}

// Which offers somebody is new to is known once: they are allocated with what they gained.
async function replaceForPeople(ids: readonly string[], { matcher, now }: With): Promise<Replaced[]> {
  const result = await inTransaction(async (tx) => {
    const replaced = await replaceProposals(tx, { side: 'profiles', ids }, { matcher, now })
    for (const { territoryId, ids: profileIds, added } of replaced) {
      const around = [
        ...added.map(({ offerId }) => offerId),
        ...(await listOfferIdsProposing(tx, profileIds)),
      ]
      await allocateOffers(tx, { territoryId, offerIds: [...new Set(around)], now })
    }
    return ok(replaced)
  })
  return result.ok ? result.value : []
}

/**
 * Replaces the proposals of these offers, or people, by what the pools hold now, then lets the offers, or those that a person
 * is new to or was proposed for, choose whom they propose now. Safe to run again. Returns the pairs that are new.
 */
export async function rematch(
  { side, ids }: { side: MatchSide; ids: readonly string[] },
  context: With,
): Promise<Pair[]> {
  await context.matcher.ready()
  const replaced = await (side === 'offers' ? replaceForOffers : replaceForPeople)(ids, context)
  return replaced.flatMap(({ added }) => added)
}
