import type { Db } from './client.server.ts'

/** When the oldest fact that no worker has taken yet happened, or null when none waits. Throws when the database does not answer. */
export async function findOldestWaiting(db: Db): Promise<Date | null> {
  const row = await db.outboxEvent.findFirst({
    where: { relayedAt: null },
    orderBy: { sequence: 'asc' },
    select: { occurredAt: true },
  })
  return row?.occurredAt ?? null
}
