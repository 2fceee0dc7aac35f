import type { DomainEvent } from '#app/domain/events.ts'
import { newId } from '#app/system/id.server.ts'
import type { Db } from './client.server.ts'

/** Appends facts to the outbox, in the transaction that saved what they tell. `now` is the instant they happened. */
export async function appendEvents(tx: Db, events: readonly DomainEvent[], now: Date): Promise<void> {
  if (events.length === 0) return
  await tx.outboxEvent.createMany({
    data: events.map(({ type, payload }) => ({ id: newId(), type, payload, occurredAt: now })),
  })
}
