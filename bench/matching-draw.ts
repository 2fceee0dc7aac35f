import type { Random } from '#prisma/reference/random.ts'

/** Draws items as often as their weights say, in a time that does not depend on how many there are. */
export function createDraw<T>(items: readonly T[], weightOf: (item: T, at: number) => number) {
  const sums = new Float64Array(items.length)
  let total = 0
  for (const [at, item] of items.entries()) {
    total += weightOf(item, at)
    sums[at] = total
  }
  return (random: Random): T => {
    const point = random.next() * total
    let low = 0
    let high = items.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > point) high = middle
      else low = middle + 1
    }
    return items[low] as T
  }
}
