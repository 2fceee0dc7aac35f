import type { Random } from '#prisma/reference/random.ts'

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

/** An instant some days before (or after, when negative) another; half days count. */
export const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY_MS)

const hex = (random: Random) => random.int(0, 0xffff_ffff).toString(16).padStart(8, '0')

/** A UUID of version 4 drawn from the seed: the same at each run. */
export function drawId(random: Random): string {
  const [a, b, c, d] = [hex(random), hex(random), hex(random), hex(random)]
  const variant = '89ab'[random.int(0, 3)]
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`
}

/** A whole number of days between two, more often near the first. */
export const drawEarly = (random: Random, min: number, max: number): number =>
  min + Math.floor((max - min + 1) * random.next() ** 2)

/** One value by its weight, from pairs. */
export const drawOf = <T>(random: Random, shares: readonly (readonly [T, number])[]): T =>
  random.weighted(shares, ([, share]) => share)[0]

/** Draws from the same weighted items again and again, each time in a few steps. Throws when no weight is above zero. */
export function prepareDraw<T>(items: readonly T[], weightOf: (item: T) => number): (random: Random) => T {
  const ends: number[] = []
  let total = 0
  for (const item of items) {
    total += Math.max(0, weightOf(item))
    ends.push(total)
  }
  if (!(total > 0)) throw new Error('Cannot draw: no weight is above zero')
  return (random) => {
    const point = random.next() * total
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > point) high = middle
      else low = middle + 1
    }
    return items[low] as T
  }
}
