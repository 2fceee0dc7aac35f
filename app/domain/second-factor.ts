/** Rules of the second factor: a time-based code (RFC 6238), or one of ten codes kept for the day the phone is lost. */
export const SECOND_FACTOR = { recoveryCodes: 10, maxTries: 10, windowMinutes: 15 } as const

/** How long somebody who has just proved who she or he is may change a contact or the factor, in milliseconds. */
export const PROOF_LIFETIME_MS = 5 * 60_000

/** True within five minutes of the proof. */
export function isProofFresh(provedAt: Date | null, now: Date): boolean {
  const age = provedAt === null ? Number.NaN : now.getTime() - provedAt.getTime()
  return age >= 0 && age <= PROOF_LIFETIME_MS
}

/** A long text in groups of four, as people copy it by hand. */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join(' ') ?? ''

/** What a person typed as a recovery code, read as Crockford's base 32 is meant to be; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const text = typed
    .toLowerCase()
    .replace(/[\s.-]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(text) ? text : null
}
