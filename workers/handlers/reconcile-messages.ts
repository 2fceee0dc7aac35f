import { db } from '#app/db/client.server.ts'
import { listUnknownMessages, settleClaim } from '#app/db/messages.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { markAccepted } from '#workers/contact/mark-accepted.ts'
import type { WorkerContext } from '#workers/context.ts'

const SECONDS = 1000
/** A message this young may still be on its way in another worker. */
const SETTLING_MS = 120 * SECONDS
const LIMIT = 200

/**
 * Asks providers what became of messages whose fate is unknown. One that the provider has is accepted, one that it surely
 * does not have waits to be sent again, and one that nobody can tell about stays unknown, for a person to look at.
 */
export async function reconcileMessages({ clock, mailer, sms }: WorkerContext): Promise<void> {
  const now = clock()
  const before = new Date(now.getTime() - SETTLING_MS)
  for (const message of await listUnknownMessages(db(), { before, limit: LIMIT })) {
    const gateway = message.channel === 'sms' ? sms : mailer
    const fate = await gateway.find(message.id, message.updatedAt)
    if (fate.kind === 'sent') await markAccepted(message, { providerId: fate.providerId, now })
    if (fate.kind === 'not_sent')
      await settleClaim(db(), message, { from: ['unknown'], to: 'queued', now, sendAfter: now })
    if (fate.kind !== 'unknowable') logger.info({ messageId: message.id, fate: fate.kind }, 'reconciled')
  }
}
