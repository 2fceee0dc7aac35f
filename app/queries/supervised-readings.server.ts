import { db } from '#app/db/client.server.ts'
import { listReadingAlarms, listReasonedReadings } from '#app/db/readings.server.ts'
import { ROLE_LABELS } from '#app/domain/account.labels.ts'
import type { Actor } from '#app/domain/actor.ts'

const PAGE_SIZE = 20
const ALARMS_SHOWN = 10

/** What a supervisor reads: the alarms, and the readings for which a reason was typed, newest first. It names no person read. */
export async function getSupervisedReadings(actor: Extract<Actor, { kind: 'administrator' }>, page: number) {
  const scope = { kind: 'territory', territoryId: actor.territoryId } as const
  const [alarms, { readings, total }] = await Promise.all([
    listReadingAlarms(db(), scope, ALARMS_SHOWN),
    listReasonedReadings(db(), scope, { page, pageSize: PAGE_SIZE }),
  ])
  return {
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    alarms: alarms.map(({ at, role, readerName, organisationName }) => ({
      at: at.toISOString(),
      readerName,
      post: organisationName ?? ROLE_LABELS[role],
    })),
    readings: readings.map(({ at, role, ...reading }) => ({
      ...reading,
      at: at.toISOString(),
      post: ROLE_LABELS[role],
    })),
  }
}
export type SupervisedReadings = Awaited<ReturnType<typeof getSupervisedReadings>>
