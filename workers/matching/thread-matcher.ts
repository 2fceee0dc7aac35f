import type { Worker } from 'node:worker_threads'
import { logger } from '#app/system/logger.server.ts'
import type { Found, Matcher, Question } from './matcher.ts'
import type { FromThread, ToThread } from './matching-thread.ts'
import { startThread } from './start-thread.ts'

const SECONDS = 1000
const RESTART_MS = 1 * SECONDS
const STOP_LIMIT_MS = 3 * SECONDS

type Told = { kind: 'ready' | 'close' } | { kind: 'ask'; question: Question }
type Pending = { resolve(found: Found[]): void; reject(error: Error): void }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Answers from a thread of its own, so that scoring never holds this one. A thread that dies is started again and loads
 * anew; the questions it had are rejected, and asked again by those who asked. `start` starts the thread.
 */
export function createThreadMatcher(
  start = () => startThread(new URL('./matching-thread.ts', import.meta.url), null),
): Matcher {
  const pending = new Map<number, Pending>()
  let last = 0
  let closed = false
  let thread: Worker | null = begin()

  function begin(): Worker {
    const started = start()
    started.on('message', ({ number, found, error }: FromThread) => {
      const asked = pending.get(number)
      pending.delete(number)
      if (error === undefined) asked?.resolve(found)
      else asked?.reject(new Error(error))
    })
    started.on('error', (err) => logger.error({ err }, 'matching thread'))
    started.on('exit', (exitCode) => void replace(exitCode))
    return started
  }
  async function replace(exitCode: number) {
    thread = null
    for (const { reject } of pending.values()) reject(new Error('the matching thread ended'))
    pending.clear()
    if (closed) return
    logger.error({ exitCode }, 'matching thread ended: starting again')
    await pause(RESTART_MS)
    if (!closed) thread = begin()
  }
  function tell(told: Told): Promise<Found[]> {
    const to = thread
    if (!to) return Promise.reject(new Error('the matching thread is not running'))
    const number = ++last
    return new Promise((resolve, reject) => {
      pending.set(number, { resolve, reject })
      to.postMessage({ number, ...told } satisfies ToThread)
    })
  }
  return {
    async ready() {
      await tell({ kind: 'ready' })
    },
    ask: (question) => tell({ kind: 'ask', question }),
    async close() {
      closed = true
      await Promise.race([tell({ kind: 'close' }).catch(() => {}), pause(STOP_LIMIT_MS)])
      await thread?.terminate()
    },
  }
}
