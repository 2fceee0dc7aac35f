import { logger } from '#app/system/logger.server.ts'
import { answer } from './answer.ts'
import { MemoryFull } from './arena.ts'
import type { Found, Matcher, Question } from './matcher.ts'
import { createPools, type Pools } from './pools.ts'

const SECONDS = 1000
/** How long somebody waits for the pools to be loaded: less than a job may take. */
const PATIENCE_MS = 45 * SECONDS
const RETRY_MS = 1 * SECONDS
const LOOK_MS = 20
/** Questions answered together: they share one look at what has changed. */
const MOST_TOGETHER = 32

type Waiting = {
  question: Question
  resolve(found: Found[]): void
  reject(error: unknown): void
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Questions of one day about one side, as one. */
const sameKind = ({ side, today }: Question) => `${side} ${today}`

async function answerTogether(waiting: readonly Waiting[], ask: (question: Question) => Promise<Found[]>) {
  const [first] = waiting
  if (!first) return
  const ids = [...new Set(waiting.flatMap(({ question }) => question.ids))]
  try {
    const found = new Map((await ask({ ...first.question, ids })).map((one) => [one.id, one]))
    for (const { question, resolve } of waiting) resolve(question.ids.flatMap((id) => found.get(id) ?? []))
  } catch (error) {
    for (const { reject } of waiting) reject(error)
  }
}

/** Does something with pools. Those whose memory is full, or that the core could not read, are thrown away, to be loaded anew. */
async function withPools<T>(pools: Pools, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MemoryFull || error instanceof WebAssembly.RuntimeError) pools.forget()
    throw error
  }
}

/** Answers in this very thread, from pools loaded at once. Nothing is answered before they are whole. */
export function createPoolMatcher(pools: Pools = createPools()): Matcher {
  const waiting: Waiting[] = []
  let running: Promise<void> | null = null
  let closed = false

  async function step() {
    if (!pools.isLoaded()) await pools.load()
    const together = waiting.splice(0, MOST_TOGETHER)
    if (together.length === 0) return
    try {
      await withPools(pools, pools.catchUp)
    } catch (error) {
      for (const { reject } of together) reject(error)
      throw error
    }
    for (const kind of new Set(together.map(({ question }) => sameKind(question))))
      await answerTogether(
        together.filter(({ question }) => sameKind(question) === kind),
        (question) => withPools(pools, () => answer(pools, question)),
      )
  }
  async function run() {
    while (!closed && (waiting.length > 0 || !pools.isLoaded())) {
      try {
        await step()
      } catch (err) {
        logger.warn({ err }, 'matching pool: not to be read now')
        if (!closed) await pause(RETRY_MS)
      }
    }
    running = null
  }
  const wake = () => {
    running ??= run()
  }
  wake()
  return {
    async ready() {
      const until = performance.now() + PATIENCE_MS
      while (!pools.isLoaded()) {
        if (closed || performance.now() > until) throw new Error('the matching pool is not loaded')
        await pause(LOOK_MS)
      }
    },
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the matching pool is closed'))
        waiting.push({ question, resolve, reject })
        wake()
      }),
    async close() {
      closed = true
      await running
      for (const { reject } of waiting.splice(0)) reject(new Error('the matching pool is closed'))
    },
  }
}
