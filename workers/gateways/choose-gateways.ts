import type { Clock } from '#app/system/clock.server.ts'
import type { Env } from '#app/system/env.server.ts'
import { brevoSms } from './brevo-sms.ts'
import { localMailer, localSms } from './local-outbox.ts'
import type { Mailer } from './mailer.ts'
import type { SmsGateway } from './sms.ts'
import { smtpMailer } from './smtp-mailer.ts'

/** The gateways that the environment asks for: real ones, else the local outbox. */
export function chooseGateways(env: Env, clock: Clock): { mailer: Mailer; sms: SmsGateway } {
  const { SMTP_URL, SMS_PROVIDER, BREVO_API_KEY, SMS_API_URL } = env
  return {
    mailer: SMTP_URL ? smtpMailer(SMTP_URL) : localMailer(clock),
    sms:
      SMS_PROVIDER === 'brevo' && BREVO_API_KEY
        ? brevoSms({ url: SMS_API_URL, apiKey: BREVO_API_KEY })
        : localSms(clock),
  }
}
