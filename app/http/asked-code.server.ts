import type { Refusal } from '#app/domain/errors.ts'
import { triesSpentSentence } from '#app/domain/sign-in.labels.ts'
import { codeExpiresAt, minutesUntil, SIGN_IN_CODE } from '#app/domain/sign-in.ts'
import { readSignedText, signText } from '#app/system/secrets.server.ts'
import { cookieLine, readCookie } from './cookies.server.ts'
import { messageOf } from './respond.server.ts'

const NAME = 'sign-in'

/** The code a browser waits for. It looks the same whether or not a code was sent. */
export type AskedCode = { codeId: string; channel: 'sms' | 'email'; askedAt: Date; tries: number }

/** The code this browser waits for, or null. */
export function askedCode(request: Request): AskedCode | null {
  const text = readSignedText(readCookie(request, NAME) ?? '')
  const [codeId = '', channel, askedAt, tries] = text?.split('|') ?? []
  if (codeId === '') return null
  return {
    codeId,
    channel: channel === 'email' ? 'email' : 'sms',
    askedAt: new Date(Number(askedAt)),
    tries: Number(tries),
  }
}

/** Why trying again is useless, or null. What the browser holds is told to its person; the stored code decides. */
export function uselessBecause(asked: AskedCode, now: Date): Refusal | null {
  const until = codeExpiresAt(asked.askedAt)
  if (until.getTime() <= now.getTime())
    return { code: 'code_expired', fields: { code: [messageOf('code_expired')] } }
  if (asked.tries < SIGN_IN_CODE.maxTries) return null
  return { code: 'too_many_tries', fields: { code: [triesSpentSentence(minutesUntil(until, now))] } }
}

/** The Set-Cookie line that keeps the code waited for; it outlives the code, to say that it is too late. */
export const codeAsked = ({ codeId, channel, askedAt, tries }: AskedCode): string =>
  cookieLine(NAME, signText(`${codeId}|${channel}|${askedAt.getTime()}|${tries}`), 3600)

/** The Set-Cookie line once nobody waits any more. */
export const codeForgotten = (): string => cookieLine(NAME, '', 0)
