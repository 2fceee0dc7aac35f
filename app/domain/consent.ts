/**
 * What somebody agrees to, each apart: `registration` an account kept by the platform, `messages` being written to about
 * offers, `visibility` a profile that organisations may find (GDPR article 7: given and taken back one by one).
 */
export const CONSENT_PURPOSES = ['registration', 'messages', 'visibility'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** How it was said: by the person on a screen, to somebody on the telephone, or at a counter. */
export const CONSENT_WAYS = ['online', 'phone', 'counter'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** A consent as written down. `recordedById` is the account of who wrote it for the person; null for the person alone. */
export type Consent = {
  id: string
  accountId: string
  purpose: ConsentPurpose
  how: ConsentWay
  recordedById: string | null
  givenAt: Date
  withdrawnAt: Date | null
}
