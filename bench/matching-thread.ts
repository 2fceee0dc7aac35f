// One thread of a full rematch: each time it is told to, takes the next slots of both pools until none is left.
import { parentPort, workerData } from 'node:worker_threads'
import { TOLD_BYTES, TOLD_SCORE } from '#workers/matching/core/layout.ts'
import { createSearches, type EngineMemory } from '#workers/matching/engine.ts'
import { rematchSlots } from '#workers/matching/rematch-slots.ts'

/** What a thread is given as it starts: the engine's memory. */
export type ThreadTask = { memory: EngineMemory; today: number; keep: number }
/** The next slots to ask for on each side (offers, people), shared by all threads, and where each side ends. */
export type Round = { cursors: Int32Array; ends: { offers: number; people: number } }
/** What a round brought: pairs kept, their scores added up in tenths of a point, and the ms it took to ask for offers and for people. */
export type Found = { pairs: number; tenths: number; offersMs: number; peopleMs: number }

const CHUNK = 512
const { memory, today, keep } = (workerData as { task: ThreadTask }).task
const searches = createSearches(memory)

function rematch({ cursors, ends }: Round): Found {
  const found = { pairs: 0, tenths: 0, offersMs: 0, peopleMs: 0 }
  for (const side of ['people', 'offers'] as const) {
    const cursor = side === 'people' ? 0 : 1
    const asking = side === 'people' ? memory.offers : memory.people
    const end = side === 'people' ? ends.offers : ends.people
    const begun = performance.now()
    for (;;) {
      const from = Atomics.add(cursors, cursor, CHUNK)
      if (from >= end) break
      const to = Math.min(end, from + CHUNK)
      rematchSlots(searches[side], { asking, from, to, today, keep }, ({ count, words }) => {
        found.pairs += count
        for (let row = 0; row < count; row++) found.tenths += words[(row * TOLD_BYTES + TOLD_SCORE) >> 2] ?? 0
      })
    }
    found[side === 'people' ? 'offersMs' : 'peopleMs'] += performance.now() - begun
  }
  return found
}

parentPort?.on('message', (round: Round) => parentPort?.postMessage(rematch(round)))
