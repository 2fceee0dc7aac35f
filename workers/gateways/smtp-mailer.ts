import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import { DeliveryError } from './delivery-error.ts'
import type { Mail, Mailer } from './mailer.ts'

const SECONDS = 1000
const TIMEOUTS = {
  connectionTimeout: 10 * SECONDS,
  greetingTimeout: 10 * SECONDS,
  socketTimeout: 20 * SECONDS,
  dnsTimeout: 5 * SECONDS,
}

type SmtpError = Error & { responseCode?: number; command?: string; code?: string }

function toDeliveryError(error: unknown, hasContentLeft: boolean): DeliveryError {
  if (error instanceof DeliveryError) return error
  const { responseCode, command, code } = error as SmtpError
  const what = `SMTP ${[responseCode, command, code].filter(Boolean).join(' ')}`
  if (responseCode === undefined)
    return new DeliveryError({ kind: hasContentLeft ? 'ambiguous' : 'temporary' }, what)
  // A refusal of the session or of the sender is ours to repair; one of the recipient or of the content is final.
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  if (responseCode < 500 || !isAboutMail) return new DeliveryError({ kind: 'temporary' }, what)
  const why = command === 'RCPT TO' && [550, 551, 553].includes(responseCode) ? 'invalid' : 'blocked'
  return new DeliveryError({ kind: 'permanent', why }, what)
}

// A stream that reads nothing before the server has asked for the content (354).
const lazily = (content: Readable, first: () => Promise<void>): Readable =>
  Readable.from(
    (async function* () {
      await first()
      yield* content
    })(),
    { objectMode: false },
  )

/** Sends mails through the SMTP server of `url`; a mail's Message-ID is made of its client reference. SMTP cannot tell a mail's fate. */
export function smtpMailer(url: string, timeouts: Partial<typeof TIMEOUTS> = {}): Mailer {
  const target = new URL(url)
  const transport = createTransport({
    ...TIMEOUTS,
    ...timeouts,
    host: target.hostname,
    port: Number(target.port) || (target.protocol === 'smtps:' ? 465 : 587),
    secure: target.protocol === 'smtps:',
    requireTLS: target.searchParams.get('requireTLS') === 'true',
    ...(target.username && {
      auth: { user: decodeURIComponent(target.username), pass: decodeURIComponent(target.password) },
    }),
  })
  const starts = new Map<string, () => Promise<void>>()
  transport.use('stream', (mail, done) => {
    const first = starts.get(String(mail.data.messageId))
    if (first) mail.message.processFunc((content: Readable) => lazily(content, first))
    done()
  })
  return {
    async send(mail: Mail, beforeContent) {
      const messageId = `<${mail.clientReference}@${mail.from.match(/@([\w.-]+)/)?.[1] ?? 'localhost'}>`
      let hasContentLeft = false
      let refused: unknown
      starts.set(messageId, async () => {
        try {
          await beforeContent()
          hasContentLeft = true
        } catch (error) {
          refused = error
          throw error
        }
      })
      try {
        const { to, from, subject, text, html, unsubscribeUrl } = mail
        await transport.sendMail({
          messageId,
          to,
          from,
          subject,
          text,
          html,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribeUrl && { 'List-Unsubscribe': `<${unsubscribeUrl}>` }),
          },
        })
        return { providerId: messageId }
      } catch (error) {
        if (refused) throw refused
        throw toDeliveryError(error, hasContentLeft)
      } finally {
        starts.delete(messageId)
      }
    },
    async find() {
      return { kind: 'unknowable' }
    },
  }
}
