import { isId } from '#app/domain/ids.ts'
import { readSignedText, signText } from '#app/system/secrets.server.ts'
import { cookieLine, readCookie } from './cookies.server.ts'

const NAME = 'stopped'
const PREFIX = 'stopped|'
const LIFETIME_SECONDS = 900

/** The right code that this browser gave for an account that is stopped, or null. What it opens is decided by the stored code. */
export function stoppedCode(request: Request): string | null {
  const text = readSignedText(readCookie(request, NAME) ?? '')
  const codeId = text?.startsWith(PREFIX) ? text.slice(PREFIX.length) : ''
  return isId(codeId) ? codeId : null
}

/** The Set-Cookie line that keeps the right code just given. */
export const accountStopped = (codeId: string): string =>
  cookieLine(NAME, signText(PREFIX + codeId), LIFETIME_SECONDS)

/** The Set-Cookie line once the account goes on. */
export const stoppedForgotten = (): string => cookieLine(NAME, '', 0)
