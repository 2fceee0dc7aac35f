import { inTransaction } from '#app/db/transaction.server.ts'
import { ok } from '#app/domain/result.ts'
import { allocateOffers } from '#app/use-cases/allocate-offers.server.ts'

type Batch = { offerIds: Set<string>; done: Promise<void> }

/** By territory: the batch under way, and the one that gathers offers until its turn comes. */
const running = new Map<string, Promise<void>>()
const gathering = new Map<string, Batch>()

async function run(territoryId: string, { offerIds }: Batch, now: Date) {
  gathering.delete(territoryId)
  await inTransaction(async (tx) =>
    ok(await allocateOffers(tx, { territoryId, offerIds: [...offerIds], now })),
  )
}

/**
 * Lets these offers choose whom they propose now. Allocations of a territory wait for each other: all offers asked for while one
 * is under way are allocated at once after it. Resolves once these are; rejects when their batch fails, and may be asked again.
 */
export function allocateTogether(asked: {
  territoryId: string
  offerIds: readonly string[]
  now: Date
}): Promise<void> {
  const { territoryId, offerIds, now } = asked
  const next = gathering.get(territoryId)
  if (next) {
    for (const id of offerIds) next.offerIds.add(id)
    return next.done
  }
  const batch: Batch = { offerIds: new Set(offerIds), done: Promise.resolve() }
  const before = running.get(territoryId) ?? Promise.resolve()
  batch.done = before.catch(() => {}).then(() => run(territoryId, batch, now))
  gathering.set(territoryId, batch)
  running.set(territoryId, batch.done)
  return batch.done
}
