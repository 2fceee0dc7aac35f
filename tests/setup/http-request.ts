import { request } from 'node:http'

export type Sent = {
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
}
export type Heard = { status: number; headers: Record<string, string | string[] | undefined>; text: string }

/** Sends one request, Host header included, and follows no redirection. */
export function sendTo(url: string, { method, headers = {}, form }: Sent = {}): Promise<Heard> {
  const body = form ? new URLSearchParams(form).toString() : undefined
  const sized = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  const typed = body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: method ?? (form ? 'POST' : 'GET'), headers: { ...typed, ...sized, ...headers } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
          }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
