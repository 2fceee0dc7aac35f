import type { Account } from '#app/domain/account.ts'
import type { Message } from '#app/domain/message.ts'
import { displayPhone } from '#app/domain/phone.ts'
import type { Territory } from '#app/domain/territory.ts'
import type { WorkerContext } from '#workers/context.ts'
import { mailLook } from '#workers/templates/mail-look.ts'
import { type MessageContent, renderMail, renderSms } from '#workers/templates/render-message.ts'

/** `address` is the organisation's own, for a message written to it. */
type Parcel = {
  message: Message
  account: Account
  territory: Territory
  content: MessageContent
  address: string | null
}

/** Renders a message and hands it to the gateway of its channel. Rejects as the gateway does. */
export async function deliver(
  { message, account, territory, content, address }: Parcel,
  context: Pick<WorkerContext, 'mailer' | 'sms' | 'appUrl' | 'mailFrom' | 'smsSender'>,
  beforeContent: () => Promise<void>,
): Promise<{ providerId: string; segments: number }> {
  const { helpPhone, helpHours, senderName } = territory
  const look = mailLook(territory, context.appUrl)
  const facts = { ...content.facts, helpPhone: displayPhone(helpPhone), helpHours, senderName, look }
  const clientReference = message.id
  if (message.channel === 'sms') {
    const text = renderSms(content.kind, facts as never)
    const to = account.phone ?? ''
    return context.sms.send({ to, from: context.smsSender, text, clientReference }, beforeContent)
  }
  const { subject, text, html, stopUrl } = renderMail(content.kind, facts as never)
  const to = (message.toOrganisationId ? address : account.email) ?? ''
  const mail = { to, from: context.mailFrom, subject, text, html, clientReference }
  const { providerId } = await context.mailer.send({ ...mail, unsubscribeUrl: stopUrl }, beforeContent)
  return { providerId, segments: 0 }
}
