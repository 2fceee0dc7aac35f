import { z } from 'zod'
import { DeliveryError, type DeliveryFailure } from './delivery-error.ts'
import type { SmsGateway } from './sms.ts'

const TIMEOUT_MS = 15_000
/** Brevo's statistics lag behind: an SMS they do not show is only surely not sent after this long. */
const STATISTICS_LAG_MS = 15 * 60_000

const acceptedSchema = z.object({
  messageId: z.union([z.number(), z.string()]),
  smsCount: z.number().int().default(1),
})
const eventsSchema = z.object({
  events: z.array(z.object({ messageId: z.union([z.number(), z.string()]).optional() })).default([]),
})
const problemSchema = z.object({ code: z.string().default(''), message: z.string().default('') })

// Connections that never opened: the provider has surely not seen the request.
const NOT_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

function failureOfError(error: unknown): DeliveryFailure {
  const code = (error as { cause?: { code?: string } }).cause?.code ?? ''
  return NOT_CONNECTED.includes(code) ? { kind: 'temporary' } : { kind: 'ambiguous' }
}

function retryAfterMs(response: Response): number | undefined {
  const header = response.headers.get('retry-after') ?? response.headers.get('x-sib-ratelimit-reset')
  const seconds = Number(header)
  return header && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined
}

// 402 (no credit left), 401 and 403 (key) are ours to repair; a 5xx may come after the SMS was taken, but for 503.
async function failureOfResponse(response: Response): Promise<DeliveryFailure> {
  const { status } = response
  const problem = problemSchema.safeParse(await response.json().catch(() => ({})))
  const text = problem.success ? `${problem.data.code} ${problem.data.message}` : ''
  if (status === 400 && /phone|recipient|number/i.test(text)) return { kind: 'permanent', why: 'invalid' }
  if (status === 400 && /blacklist|blocked|unsubscribed/i.test(text))
    return { kind: 'permanent', why: 'blocked' }
  if (status >= 500 && status !== 503) return { kind: 'ambiguous' }
  const wait = retryAfterMs(response)
  return wait === undefined ? { kind: 'temporary' } : { kind: 'temporary', retryAfterMs: wait }
}

/**
 * Brevo's transactional SMS (POST /v3/transactionalSMS/sms). The client reference travels as the tag, by which
 * `find` reads the SMS's events back (GET /v3/transactionalSMS/statistics/events).
 */
export function brevoSms(options: { url: string; apiKey: string; timeoutMs?: number }): SmsGateway {
  const { url, apiKey, timeoutMs = TIMEOUT_MS } = options
  const request = (path: string, init: RequestInit = {}) =>
    fetch(`${url.replace(/\/+$/, '')}/v3/transactionalSMS/${path}`, {
      redirect: 'error',
      ...init,
      headers: { 'api-key': apiKey, accept: 'application/json', 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    })
  return {
    async send({ to, from, text, clientReference }, beforeContent) {
      const body = JSON.stringify({
        sender: from,
        recipient: to.replace(/^\+/, ''),
        content: text,
        type: 'transactional',
        tag: clientReference,
        unicodeEnabled: false,
      })
      await beforeContent()
      const response = await request('sms', { method: 'POST', body }).catch((error: unknown) => {
        throw new DeliveryError(failureOfError(error), 'Brevo did not answer')
      })
      if (!response.ok)
        throw new DeliveryError(await failureOfResponse(response), `Brevo answered ${response.status}`)
      const accepted = acceptedSchema.safeParse(await response.json().catch(() => null))
      if (!accepted.success) throw new DeliveryError({ kind: 'ambiguous' }, 'Brevo answered without an id')
      return { providerId: String(accepted.data.messageId), segments: accepted.data.smsCount }
    },
    async find(clientReference, since) {
      const query = new URLSearchParams({
        tags: JSON.stringify([clientReference]),
        startDate: since.toISOString().slice(0, 10),
        endDate: new Date().toISOString().slice(0, 10),
        limit: '1',
      })
      const response = await request(`statistics/events?${query}`)
      if (!response.ok) return { kind: 'unknowable' }
      const found = eventsSchema.safeParse(await response.json().catch(() => null))
      if (!found.success) return { kind: 'unknowable' }
      const [event] = found.data.events
      if (event) return { kind: 'sent', providerId: String(event.messageId ?? '') }
      const isOld = Date.now() - since.getTime() > STATISTICS_LAG_MS
      return { kind: isOld ? 'not_sent' : 'unknowable' }
    },
  }
}
