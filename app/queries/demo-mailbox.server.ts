import { db } from '#app/db/client.server.ts'
import { listLocalDeliveries } from '#app/db/local-deliveries.server.ts'
import { displayPhone } from '#app/domain/phone.ts'
import { env } from '#app/system/env.server.ts'

const PAGE_SIZE = 12

/** What the local outbox "sent", newest first, a page at a time; null outside a demo. */
export async function getDemoMailbox(page: number) {
  if (!env().DEMO) return null
  const { deliveries, total } = await listLocalDeliveries(db(), { page, pageSize: PAGE_SIZE })
  return {
    page,
    pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    total,
    messages: deliveries.map(({ id, channel, recipient, sender, subject, text, segments, sentAt }) => ({
      id,
      channel,
      from: sender,
      to: channel === 'sms' ? displayPhone(recipient) : recipient,
      subject,
      body: text,
      at: sentAt.toISOString(),
      stateLabel: 'Remis',
      segments,
    })),
  }
}
