// One thread of a full rematch: takes the next slots of both pools until none is left.
import { parentPort, workerData } from 'node:worker_threads'
import { createSearches, type EngineMemory } from '#workers/matching/engine.ts'
import { rematchSlots } from '#workers/matching/rematch-slots.ts'

/** What a thread is given: the engine's memory, and the cursors shared by all threads (offers, people, tops found, points found). */
export type ThreadTask = { memory: EngineMemory; cursors: Int32Array; today: number; keep: number }

const CHUNK = 512
const { memory, cursors, today, keep } = (workerData as { task: ThreadTask }).task
const searches = createSearches(memory)
const found = { pairs: 0, tenths: 0 }

for (const side of ['people', 'offers'] as const) {
  const cursor = side === 'people' ? 0 : 1
  const asking = side === 'people' ? memory.offers : memory.people
  for (;;) {
    const from = Atomics.add(cursors, cursor, CHUNK)
    if (from >= asking.slots) break
    const to = Math.min(asking.slots, from + CHUNK)
    rematchSlots(searches[side], { asking, from, to, today, keep }, (top) => {
      found.pairs += top.size
      for (let row = 0; row < top.size; row++) found.tenths += top.scores[row] ?? 0
    })
  }
}
parentPort?.postMessage(found)
