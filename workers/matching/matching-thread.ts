// The thread that owns the pools of a worker process: questions in, answers out.
import { parentPort } from 'node:worker_threads'
import { closeRaw } from '#app/db/raw.server.ts'
import type { Found, Question } from './matcher.ts'
import { createPoolMatcher } from './pool-matcher.ts'

/** What the thread is told. `number` comes back with the answer. */
export type ToThread = { number: number } & (
  | { kind: 'ready' | 'close' }
  | { kind: 'ask'; question: Question }
)
/** What the thread answers: `found` is empty but for a question; `error` when it could not be answered. */
export type FromThread = { number: number; found: Found[]; error?: string }

const matcher = createPoolMatcher()

async function obey(told: ToThread): Promise<Found[]> {
  if (told.kind === 'ask') return matcher.ask(told.question)
  if (told.kind === 'ready') await matcher.ready()
  else {
    await matcher.close()
    await closeRaw()
  }
  return []
}

parentPort?.on('message', async (told: ToThread) => {
  const { number } = told
  const say = (message: FromThread) => parentPort?.postMessage(message)
  try {
    say({ number, found: await obey(told) })
  } catch (error) {
    say({ number, found: [], error: error instanceof Error ? error.message : String(error) })
  }
})
