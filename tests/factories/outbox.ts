import { db } from '#app/db/client.server.ts'
import type { EventType } from '#app/domain/events.ts'

/** The facts recorded so far, oldest first. */
export async function listEvents(): Promise<{ type: EventType; payload: Record<string, unknown> }[]> {
  const rows = await db().outboxEvent.findMany({ orderBy: { sequence: 'asc' } })
  return rows.map((row) => ({
    type: row.type as EventType,
    payload: row.payload as Record<string, unknown>,
  }))
}
