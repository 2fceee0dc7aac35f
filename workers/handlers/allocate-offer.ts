import { db } from '#app/db/client.server.ts'
import { findMatch } from '#app/db/matches.server.ts'
import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'
import type { WorkerContext } from '#workers/context.ts'
import type { JobData } from '#workers/jobs.ts'

/** Chooses anew whom an offer proposes, once one of its proposals was decided on: a place is free, or enough people are interested. */
export async function allocateOffer(
  { matchId }: JobData<'allocate-offer'>,
  { clock }: Pick<WorkerContext, 'clock'>,
): Promise<void> {
  const match = await findMatch(db(), { kind: 'system' }, matchId)
  if (!match) return
  const { territoryId, offerId } = match
  const asked = { territoryId, offerIds: [offerId], now: clock() }
  await inTransaction(async (tx) => ok(await allocateOffers(tx, asked)))
}
