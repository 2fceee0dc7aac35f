import type { Search } from './search.ts'

/**
 * The rows of an answer, best first, as the core writes them (core/layout.ts): `words` its whole numbers, `numbers` the others.
 * The next question overwrites them.
 */
export type Told = { count: number; words: Int32Array; numbers: Float64Array }

/** The rows that the last question left, with the points of each criterion. */
export function tellRows({ core, marks, pool }: Search): Told {
  const { told: words, toldKm: numbers } = marks
  core.sortRows()
  const at = words.byteOffset
  const count = pool.side === 'people' ? core.tellPeople(at) : core.tellOffers(at)
  return { count, words, numbers }
}
