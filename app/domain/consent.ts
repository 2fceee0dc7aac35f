/**
 * What somebody agrees to, each apart: `registration` an account kept by the platform, `messages` being written to about
 * offers, `visibility` a profile that organisations may find, `situation` the situations told for reserved offers, which may
 * speak of handicap (GDPR article 7: given and taken back one by one; article 9: explicit).
 */
export const CONSENT_PURPOSES = ['registration', 'messages', 'visibility', 'situation'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** What others than the person may read of: that a situation was told is already too much. */
export type ToldPurpose = Exclude<ConsentPurpose, 'situation'>

/** True when a professional who helps the person may read what is written down of this consent. */
export const isToldToOthers = <T extends { purpose: ConsentPurpose }>(
  consent: T,
): consent is T & { purpose: ToldPurpose } => consent.purpose !== 'situation'

/** How it was said: by the person on a screen, to somebody on the telephone, or at a counter. */
export const CONSENT_WAYS = ['online', 'phone', 'counter'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/** How something was said, and the account of who wrote it down for the person; null for the person alone. */
export type Said = { how: ConsentWay; byId: string | null }

/** Said by the person on a screen, or by nobody: the platform itself. */
export const SAID_ONLINE: Said = { how: 'online', byId: null }

/** A consent as written down. `recordedById` and `withdrawnById` are accounts of who wrote for the person; null for her or him alone. */
export type Consent = {
  id: string
  accountId: string
  purpose: ConsentPurpose
  how: ConsentWay
  recordedById: string | null
  givenAt: Date
  withdrawnAt: Date | null
  withdrawnHow: ConsentWay | null
  withdrawnById: string | null
}

/** True when the person is written to about offers: on some channel, and more than never a month. */
export const messagesStand = (choice: {
  channel: 'sms' | 'email' | 'none'
  monthlySolicitations: number
}): boolean => choice.channel !== 'none' && choice.monthlySolicitations > 0

/** True when organisations may find this profile, with a name or without. */
export const visibilityStands = (profile: { visibility: string } | null): boolean =>
  profile !== null && profile.visibility !== 'hidden'

/** True when the person has told a situation that the law reserves offers for. */
export const situationStands = (profile: { eligiblePublics: readonly string[] } | null): boolean =>
  profile !== null && profile.eligiblePublics.length > 0
