import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env.server.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** A key of its own for each use, derived from the server's key (HKDF-SHA-256, RFC 5869). */
export const derivedKey = (use: string, bytes = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', env().SESSION_SECRET, '', `actifs/${use}`, bytes))

/** A text encrypted at rest (AES-256-GCM), in base64url. It opens only with the same `owner`. */
export function sealText(text: string, owner: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, derivedKey('secret-box'), iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The text sealed for this owner, or null when it was sealed for another, under another key, or changed since. */
export function openText(sealed: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const cipher = createDecipheriv(CIPHER, derivedKey('secret-box'), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8')
  } catch {
    return null
  }
}
