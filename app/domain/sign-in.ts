/** Rules of a sign-in code (domain: accounts are without password). */
export const SIGN_IN_CODE = {
  digits: 6,
  lifetimeMinutes: 10,
  maxTries: 5,
  maxPerHour: 5,
  maxPerDay: 10,
} as const

/** The window in which requests and tries are counted by address and overall, in seconds. */
export const COUNTED_SECONDS = 3600

const MINUTE_MS = 60_000

/** The instant after which a code asked for at `createdAt` is worth nothing. */
export const codeExpiresAt = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + SIGN_IN_CODE.lifetimeMinutes * MINUTE_MS)

/** What a person typed as a code, without the spaces people put in it; null when it is not six digits. */
export function readCode(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** A code that is neither used nor expired, and the wrong tries made while its account had it. */
export type LiveCode = { id: string; tries: number; expiresAt: Date }

/**
 * When an account may be tried again, null when it may be at once. The tries of all its live codes count together, so that
 * asking for another code gives no more of them; they are forgotten with the code they were counted on.
 */
export function closedUntil(codes: readonly LiveCode[]): Date | null {
  let left = codes.reduce((sum, { tries }) => sum + tries, 0)
  if (left < SIGN_IN_CODE.maxTries) return null
  const byExpiry = [...codes].sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
  for (const { tries, expiresAt } of byExpiry) {
    left -= tries
    if (left < SIGN_IN_CODE.maxTries) return expiresAt
  }
  return null
}

/** Whole minutes to wait until an instant, one at least. */
export const minutesUntil = (instant: Date, now: Date): number =>
  Math.max(1, Math.ceil((instant.getTime() - now.getTime()) / MINUTE_MS))

/** The end of the counted window that `now` is in. */
export function countedUntil(now: Date): Date {
  const windowMs = COUNTED_SECONDS * 1000
  return new Date((Math.floor(now.getTime() / windowMs) + 1) * windowMs)
}
