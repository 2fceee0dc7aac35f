// Visitors who come one by one, whether or not those before have been answered. A load tester's clients wait for their answer
// before they ask again: whoever would have come meanwhile is then missing from the delays.
import { Agent, get } from 'node:http'
import { createHistogram } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { createRandom } from '#prisma/reference/random.ts'

const SEED = 20_261_122
const agent = new Agent({ keepAlive: true })
const headers = { 'accept-encoding': 'br' }

/** Asks for an address and reads the answer to its end; true when it was answered with 200. */
const ask = (url: string) =>
  new Promise<boolean>((done) => {
    const request = get(url, { agent, headers }, (response) => {
      response.resume()
      response.once('close', () => done(response.complete && response.statusCode === 200))
    })
    request.once('error', () => done(false))
  })

/**
 * So many visitors a second, at random moments (a Poisson process), each asking for one path. Delays in ms, from the moment
 * when the visitor came.
 */
export async function receiveVisitors(
  address: string,
  { paths, rate }: { paths: readonly string[]; rate: number },
) {
  const random = createRandom(SEED)
  const delays = createHistogram()
  let failed = 0
  const start = performance.now()
  const visit = async (path: string, came: number) => {
    if (!(await ask(address + path))) failed++
    delays.record(Math.max(1, Math.round((performance.now() - came) * 1000)))
  }
  const visits: Promise<void>[] = []
  let comes = start
  for (const path of paths) {
    comes -= (Math.log(1 - random.next()) * 1000) / rate
    const early = comes - performance.now()
    if (early > 1) await wait(early)
    visits.push(visit(path, comes))
  }
  const seconds = (performance.now() - start) / 1000
  await Promise.all(visits)
  const percentile = (at: number) => Math.round(delays.percentile(at) / 1000)
  return {
    per_second: Math.round(paths.length / seconds),
    p50_ms: percentile(50),
    p99_ms: percentile(99),
    max_ms: Math.round(delays.max / 1000),
    failed,
  }
}
