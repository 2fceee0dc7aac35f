// The employers of the pipeline: their POSTs, sent at a steady rate for as little of the processor as can be.
import { Agent, request } from 'node:http'
import type { Draft } from './pipeline-world.ts'

/** When a POST was due and answered, in milliseconds since 1970; its status is 0 when no answer came. */
export type Sent = { offerId: string; sentMs: number; answeredMs: number; status: number }

const BODY = new URLSearchParams({ intent: 'publish', version: '1', isConfirmed: 'on' }).toString()
const STEP_MS = 2

function publish(address: string, agent: Agent, { offerId, cookie }: Draft): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      cookie,
      origin: address,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': BODY.length,
    }
    const url = `${address}/structure/offres/${offerId}?index`
    const sending = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.once('close', () => resolve(answer.complete ? (answer.statusCode ?? 0) : 0))
    })
    sending.once('error', () => resolve(0))
    sending.end(BODY)
  })
}

/** Publishes at a steady rate, whatever the answers take. Times count from when each was due. */
export async function publishAll(address: string, drafts: readonly Draft[], rate: number): Promise<Sent[]> {
  const agent = new Agent({ keepAlive: true })
  const start = Date.now() + 50
  const dueMs = (at: number) => start + (at * 1000) / rate
  const answers: Promise<Sent>[] = []
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      for (let draft = drafts[answers.length]; draft; draft = drafts[answers.length]) {
        const [sentMs, { offerId }] = [dueMs(answers.length), draft]
        if (sentMs > Date.now()) return
        answers.push(
          publish(address, agent, draft).then((status) => ({
            offerId,
            sentMs,
            answeredMs: Date.now(),
            status,
          })),
        )
      }
      clearInterval(timer)
      done()
    }, STEP_MS)
  })
  const sent = await Promise.all(answers)
  agent.destroy()
  return sent
}
