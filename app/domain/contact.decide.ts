import type { Account, Channel } from './account.ts'
import type { DomainEvent } from './events.ts'
import { ok, type Result, refuse } from './result.ts'

/** How a person wants to be written to. `monthlySolicitations` is 0 to 8 a calendar month (domain: "Contact"). */
export type ContactChoice = { channel: Channel; monthlySolicitations: number }

export const MAX_MONTHLY_SOLICITATIONS = 8

/**
 * A person chooses how to be contacted. Stopping is a fact of its own; stopping, starting again and another number a
 * month change who may be proposed. Refusal: `invalid_input` on `channel` or `monthlySolicitations`.
 */
export function decideContactChoice(
  account: Pick<Account, 'id' | 'phone' | 'email' | 'channel' | 'monthlySolicitations'> & {
    profileId: string | null
  },
  choice: ContactChoice,
): Result<DomainEvent[]> {
  const { channel, monthlySolicitations } = choice
  if (channel === 'sms' && !account.phone)
    return refuse('invalid_input', { channel: ['Nous n’avons pas votre numéro de téléphone.'] })
  if (channel === 'email' && !account.email)
    return refuse('invalid_input', { channel: ['Nous n’avons pas votre adresse e-mail.'] })
  const isCount = Number.isInteger(monthlySolicitations) && monthlySolicitations >= 0
  if (!isCount || monthlySolicitations > MAX_MONTHLY_SOLICITATIONS)
    return refuse('invalid_input', {
      monthlySolicitations: [`Choisissez un nombre de 0 à ${MAX_MONTHLY_SOLICITATIONS}.`],
    })
  const events: DomainEvent[] = []
  const stops = channel === 'none' && account.channel !== 'none'
  if (stops) events.push({ type: 'contact.stopped', payload: { accountId: account.id } })
  const starts = channel !== 'none' && account.channel === 'none'
  const isOtherBudget = monthlySolicitations !== account.monthlySolicitations
  if (account.profileId && (stops || starts || isOtherBudget))
    events.push({ type: 'profile.changed', payload: { profileId: account.profileId } })
  return ok(events)
}
