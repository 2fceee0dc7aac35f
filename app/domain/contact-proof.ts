import type { Account } from './account.ts'
import type { MessageChannel } from './contact.ts'

/** Rules of a code sent to a contact: those of a sign-in code. */
export const CONTACT_PROOF = { lifetimeMinutes: 10, maxTries: 5, maxPerHour: 5 } as const

/**
 * `identity`: a code to a contact the account has, to show again who is there. `change`: a code to the contact it wants
 * instead of `previous`.
 */
export type ContactProof = {
  id: string
  accountId: string
  purpose: 'identity' | 'change'
  channel: MessageChannel
  contact: string
  previous: string | null
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
}

/** The instant after which the code of a proof is worth nothing. */
export const proofExpiresAt = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + CONTACT_PROOF.lifetimeMinutes * 60_000)

/** The phone or the e-mail of an account, or null. */
export const contactOn = (
  account: Pick<Account, 'phone' | 'email'>,
  channel: MessageChannel,
): string | null => (channel === 'sms' ? account.phone : account.email)

/** The account as if a contact were its own: a message goes there. */
export const reachedAt = (account: Account, channel: MessageChannel, contact: string): Account => ({
  ...account,
  [channel === 'sms' ? 'phone' : 'email']: contact,
})

/** Where a change is told: to the contact that was left, else to the other one of the account; null without either. */
export function noticeOf(
  { channel, previous }: ContactProof,
  account: Account,
): { channel: MessageChannel; account: Account } | null {
  if (previous) return { channel, account: reachedAt(account, channel, previous) }
  const other = channel === 'sms' ? 'email' : 'sms'
  return contactOn(account, other) ? { channel: other, account } : null
}
