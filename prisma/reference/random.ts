/** A deterministic source of choices: the same seed gives the same sequence on every machine. */
export type Random = {
  /** The next number in [0, 1). */
  next(): number
  /** A whole number between both bounds, both included. */
  int(min: number, max: number): number
  /** True with the given probability (0–1). */
  chance(probability: number): boolean
  /** One item, each as likely as the others. Throws on an empty list. */
  pick<T>(items: readonly T[]): T
  /** One item, as likely as its weight says. Throws when no weight is above zero. */
  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T
  /** A new list of the same items in another order. */
  shuffle<T>(items: readonly T[]): T[]
  /** At most `count` different items, in random order. */
  sample<T>(items: readonly T[], count: number): T[]
}

/** Returns a random source (mulberry32) fed by a 32-bit seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  const shuffle = <T>(items: readonly T[]): T[] => {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last -= 1) {
      const other = int(0, last)
      const kept = shuffled[last] as T
      shuffled[last] = shuffled[other] as T
      shuffled[other] = kept
    }
    return shuffled
  }
  return {
    next,
    int,
    shuffle,
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new Error('Cannot pick from an empty list')
      return items[int(0, items.length - 1)] as (typeof items)[number]
    },
    weighted: (items, weightOf) => pickWeighted(items, weightOf, next()),
    sample: (items, count) => shuffle(items).slice(0, Math.max(0, count)),
  }
}

function pickWeighted<T>(items: readonly T[], weightOf: (item: T) => number, point: number): T {
  const weights = items.map((item) => Math.max(0, weightOf(item)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) throw new Error('Cannot pick by weight: no weight is above zero')
  let rest = point * total
  let chosen = -1
  for (const [index, weight] of weights.entries()) {
    if (weight === 0) continue
    chosen = index
    rest -= weight
    if (rest < 0) break
  }
  return items[chosen] as T
}
