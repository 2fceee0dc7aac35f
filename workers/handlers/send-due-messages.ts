import { db } from '#app/db/client.server.ts'
import { listDueMessageIds } from '#app/db/messages.server.ts'
import { sendJob } from '#workers/contact/write-message.ts'
import type { WorkerContext } from '#workers/context.ts'

const LIMIT = 500

/** Asks for every message whose time has come to be sent: those written for later, those to retry, those the queue lost. */
export async function sendDueMessages({ clock, queues }: WorkerContext): Promise<void> {
  const ids = await listDueMessageIds(db(), { now: clock(), limit: LIMIT })
  await queues.addAgain(ids.map(sendJob))
}
