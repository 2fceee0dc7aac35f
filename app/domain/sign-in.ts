/** Rules of a sign-in code (domain: accounts are without password). */
export const SIGN_IN_CODE = { digits: 6, lifetimeMinutes: 10, maxTries: 5, maxPerHour: 5 } as const

const MINUTE_MS = 60_000

/** The instant after which a code asked for at `createdAt` is worth nothing. */
export const codeExpiresAt = (createdAt: Date): Date =>
  new Date(createdAt.getTime() + SIGN_IN_CODE.lifetimeMinutes * MINUTE_MS)

/** What a person typed as a code, without the spaces people put in it; null when it is not six digits. */
export function readCode(typed: string): string | null {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
