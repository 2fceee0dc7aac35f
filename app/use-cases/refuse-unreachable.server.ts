import type { Account } from '#app/domain/account.ts'
import type { MessageChannel } from '#app/domain/contact.ts'
import { type Result, refuse } from '#app/domain/result.ts'

/** The refusal of a channel on which we have no contact of the person, or null. */
export function refuseUnreachable(account: Account | null, channel: MessageChannel): Result<never> | null {
  if (channel === 'sms' && !account?.phone)
    return refuse('invalid_input', { channel: ['Nous n’avons pas votre numéro de téléphone.'] })
  if (channel === 'email' && !account?.email)
    return refuse('invalid_input', { channel: ['Nous n’avons pas votre adresse e-mail.'] })
  return null
}
