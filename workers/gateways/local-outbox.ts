import { db } from '#app/db/client.server.ts'
import { deliverLocally, findLocalDelivery } from '#app/db/local-deliveries.server.ts'
import type { Clock } from '#app/system/clock.server.ts'
import { segmentsOf } from '#workers/templates/segments.ts'
import type { Fate, Mailer } from './mailer.ts'
import type { SmsGateway } from './sms.ts'

async function find(clientReference: string): Promise<Fate> {
  const delivery = await findLocalDelivery(db(), clientReference)
  return delivery ? { kind: 'sent', providerId: delivery.id } : { kind: 'not_sent' }
}

/** The mailer of the demo: it writes mails in the database, to be read at /boite-d-envoi. */
export const localMailer = (clock: Clock): Mailer => ({
  async send({ to, from, subject, text, html, clientReference }, beforeContent) {
    await beforeContent()
    const providerId = await deliverLocally(db(), {
      clientReference,
      channel: 'email',
      recipient: to,
      sender: from,
      subject,
      text,
      html,
      segments: 0,
      sentAt: clock(),
    })
    return { providerId }
  },
  find,
})

/** The SMS gateway of the demo: it writes SMS in the database, to be read at /boite-d-envoi. */
export const localSms = (clock: Clock): SmsGateway => ({
  async send({ to, from, text, clientReference }, beforeContent) {
    await beforeContent()
    const segments = segmentsOf(text)
    const providerId = await deliverLocally(db(), {
      clientReference,
      channel: 'sms',
      recipient: to,
      sender: from,
      subject: null,
      text,
      html: null,
      segments,
      sentAt: clock(),
    })
    return { providerId, segments }
  },
  find,
})
