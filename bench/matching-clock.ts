/** Times of many short pieces of work, in microseconds. */
export type Times = { count: number; perSecond: number; p50: number; p99: number; max: number }

/** Runs a piece of work for each item, one after the other, and tells how long each took. */
export function timeEach<T>(items: readonly T[], work: (item: T) => void): Times {
  const times = new Float64Array(items.length)
  const start = performance.now()
  let before = start
  for (const [at, item] of items.entries()) {
    work(item)
    const now = performance.now()
    times[at] = (now - before) * 1000
    before = now
  }
  const seconds = (performance.now() - start) / 1000
  times.sort()
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { count: items.length, perSecond: items.length / seconds, p50: at(0.5), p99: at(0.99), max: at(1) }
}

const ROUNDS = 20_000_000

/** Millions of rounds a second of a fixed loop: how fast this machine is at this moment. */
export function referenceLoop(): number {
  const numbers = new Float64Array(4096).map((_, at) => (at * 7919) % 1013)
  let sum = 0
  const start = performance.now()
  for (let round = 0; round < ROUNDS; round++) {
    const value = numbers[(round * 17) & 4095] as number
    sum += value > 500 ? Math.sqrt(value) : value
  }
  const seconds = (performance.now() - start) / 1000
  if (!(sum > 0)) throw new Error('The reference loop was not run')
  return ROUNDS / seconds / 1e6
}

const READS = 4_000_000
const WORDS = 2 ** 24

/** Millions a second of reads here and there in 64 MB, none waiting for another: how fast the memory is at this moment. */
export function memoryReference(): number {
  const words = new Int32Array(WORDS).fill(1)
  let at = 1
  let sum = 0
  const start = performance.now()
  for (let read = 0; read < READS; read++) {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) | 0
    sum += words[at >>> 8] as number
  }
  const seconds = (performance.now() - start) / 1000
  if (sum !== READS) throw new Error('The memory was not read')
  return READS / seconds / 1e6
}
