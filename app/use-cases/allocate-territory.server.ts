import { inTransaction } from '#app/db/transaction.server.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { allocateOffers } from './allocate-offers.server.ts'

/** Longer than any territory takes: a busy machine is slow to read a million pairs. */
const TIMEOUT_MS = 120_000

/** Deals every undecided pair of a territory again, as each night. Returns how many pairs are newly proposed. */
export const allocateTerritory = (of: { territoryId: string; now: Date }): Promise<Result<number>> =>
  inTransaction(async (tx) => ok(await allocateOffers(tx, { ...of, offerIds: 'all' })), {
    timeoutMs: TIMEOUT_MS,
  })
