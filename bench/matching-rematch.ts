import { once } from 'node:events'
import { daysBetween } from '#app/domain/duration.ts'
import type { MatchingEngine } from '#workers/matching/engine.ts'
import { startThread } from '#workers/matching/start-thread.ts'
import { TODAY } from './matching-country.ts'
import type { Found, Round, ThreadTask } from './matching-thread.ts'

const WARM = 1000

/**
 * Asks for everybody both ways on so many threads. As in the worker, threads are there before they are asked: they have started
 * (`start_s` seconds) and answered 1,000 questions each way when the clock of the rematch starts. `seconds` is until the last has
 * answered; `cpu_s` what the processors spent meanwhile, whatever else the machine does; `offers_per_second` and `people_per_second` what
 * one thread asked for, its neighbour at work beside it.
 */
export async function rematchAll(
  engine: MatchingEngine,
  { threads, keep }: { threads: number; keep: number },
) {
  const memory = engine.memory()
  const task: ThreadTask = { memory, today: daysBetween('1970-01-01', TODAY), keep }
  const start = performance.now()
  const workers = Array.from({ length: threads }, () =>
    startThread(new URL('./matching-thread.ts', import.meta.url), task),
  )
  const rematch = async (ends: Round['ends'], cursorsOf: () => Int32Array) => {
    const answers = workers.map((worker) => once(worker, 'message') as Promise<[Found]>)
    for (const worker of workers) worker.postMessage({ cursors: cursorsOf(), ends } satisfies Round)
    return (await Promise.all(answers)).map(([found]) => found)
  }
  const cursors = () => new Int32Array(new SharedArrayBuffer(8))
  const { offers, people } = memory
  await rematch({ offers: Math.min(WARM, offers.slots), people: Math.min(WARM, people.slots) }, cursors)
  const begun = performance.now()
  const usedBefore = process.cpuUsage()
  const shared = cursors()
  const found = await rematch({ offers: offers.slots, people: people.slots }, () => shared)
  const seconds = (performance.now() - begun) / 1000
  const used = process.cpuUsage(usedBefore)
  await Promise.all(workers.map((worker) => worker.terminate()))
  const sum = (of: (one: Found) => number) => found.reduce((total, one) => total + of(one), 0)
  return {
    seconds,
    cpu_s: (used.user + used.system) / 1e6,
    start_s: (begun - start) / 1000,
    pairs: sum(({ pairs }) => pairs),
    offers_per_second: (offers.slots / sum(({ offersMs }) => offersMs)) * 1000,
    people_per_second: (people.slots / sum(({ peopleMs }) => peopleMs)) * 1000,
  }
}
