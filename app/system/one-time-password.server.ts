import { createHmac, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { derivedKey } from './secret-box.server.ts'

const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const RECOVERY_LENGTH = 12

const keyed = (use: string, text: string): Buffer =>
  createHmac('sha256', derivedKey(use)).update(text).digest()

/**
 * The secret proposed to an account in a session, 160 bits in base 32. It is made of the session's reference, so that a
 * page read twice proposes the same one, and another session another one.
 */
export function proposedSecret(accountId: string, reference: string): string {
  const bytes = keyed('proposed-factor', `${accountId}|${reference}`).subarray(0, SECRET_BYTES)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/** The address that an authenticator reads from a QR code (RFC 6238: SHA-1, six digits, 30 seconds). */
export const authenticatorUri = (
  secret: string,
  { issuer, label }: { issuer: string; label: string },
): string => new TOTP({ issuer, label, secret: Secret.fromBase32(secret) }).toString()

/** The time step of a six-digit code that is right at this instant, or one step before or after; null when it is wrong. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = TOTP.validate({ token: code, secret: Secret.fromBase32(secret), timestamp, window: 1 })
  return delta === null ? null : TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta
}

/** A recovery code nobody can guess: 60 random bits, 12 letters and digits. */
export const newRecoveryCode = (): string =>
  Array.from(randomBytes(RECOVERY_LENGTH), (byte) => CROCKFORD[byte % 32]).join('')

/** The only form in which a recovery code is stored: without the server's key nobody can search for it. */
export const hashRecoveryCode = (accountId: string, code: string): string =>
  keyed('recovery-code', `${accountId}|${code}`).toString('hex')
