import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type ReceivedSms = { body: Record<string, unknown>; apiKey: string | undefined }

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}

const reply = (
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/**
 * A server in the shape of Brevo's transactional SMS. The last two digits of the recipient say what happens: 01 invalid,
 * 02 no credit, 03 too many requests, 04 an error after the SMS was taken, 05 silence after it was taken, 06 maintenance,
 * 07 blocked; anything else is accepted.
 */
export async function startBrevoServer() {
  const received: ReceivedSms[] = []
  let nextId = 1000
  const take = (body: Record<string, unknown>, apiKey: string | undefined) => {
    received.push({ body: { ...body, messageId: ++nextId }, apiKey })
    return nextId
  }
  const server = createServer(async (request, response) => {
    const apiKey = request.headers['api-key']?.toString()
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (apiKey !== 'secret-key')
      return reply(response, 401, { code: 'unauthorized', message: 'Key not found' })
    if (request.method === 'GET' && url.pathname === '/v3/transactionalSMS/statistics/events') {
      const tags: string[] = JSON.parse(url.searchParams.get('tags') ?? '[]')
      const found = received.filter(({ body }) => tags.includes(String(body.tag)))
      const events = found.map(({ body }) => ({ event: 'sent', messageId: body.messageId, tag: body.tag }))
      return reply(response, 200, events.length > 0 ? { events } : {})
    }
    if (request.method !== 'POST' || url.pathname !== '/v3/transactionalSMS/sms')
      return reply(response, 404, {})
    const body = await readBody(request)
    const recipient = String(body.recipient)
    if (!/^\d{8,15}$/.test(recipient) || recipient.endsWith('01'))
      return reply(response, 400, { code: 'invalid_parameter', message: 'Invalid telephone number' })
    if (recipient.endsWith('02'))
      return reply(response, 402, { code: 'not_enough_credits', message: 'Not enough credits' })
    if (recipient.endsWith('03'))
      return reply(response, 429, { code: 'too_many_requests', message: 'Slow down' }, { 'retry-after': '7' })
    if (recipient.endsWith('06')) return reply(response, 503, { code: 'maintenance', message: 'Back soon' })
    if (recipient.endsWith('07'))
      return reply(response, 400, { code: 'bad_request', message: 'Contact is blacklisted' })
    const messageId = take(body, apiKey)
    if (recipient.endsWith('04')) return reply(response, 500, { code: 'internal_error', message: 'Oops' })
    if (recipient.endsWith('05')) return
    reply(response, 201, {
      reference: `ref${messageId}`,
      messageId,
      smsCount: 1,
      usedCredits: 1,
      remainingCredits: 99,
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
