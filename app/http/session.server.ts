import { cookieLine, readCookie } from './cookies.server.ts'
import { deviceName } from './device-name.server.ts'

const NAME = 'session'
const REFERENCE = /^[\w-]{22}$/

/** The session reference the browser holds, or null when there is none or it cannot be one. */
export function sessionReference(request: Request): string | null {
  const value = readCookie(request, NAME)
  return value && REFERENCE.test(value) ? value : null
}

/** The headers that hand a new session to the browser. `reference` and `expiresAt` come from the sign-in use case. */
export const sessionStarted = (session: { reference: string; expiresAt: Date }, now: Date): string =>
  cookieLine(NAME, session.reference, (session.expiresAt.getTime() - now.getTime()) / 1000)

/** The Set-Cookie line that takes the session back from the browser. */
export const sessionEnded = (): string => cookieLine(NAME, '', 0)

/** What the browser comes with: the session it has, to end it when another one starts, and its name. */
export const visitOf = (request: Request) => ({
  previousReference: sessionReference(request),
  device: deviceName(request.headers.get('User-Agent')),
})
