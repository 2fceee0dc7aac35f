import { ID_TEXT_BYTES } from './core/layout.ts'
import type { Search } from './search.ts'

/**
 * The rows of an answer, best first, as the core writes them (core/layout.ts): `words` their whole numbers, `numbers` the others,
 * `texts` the characters of their ids. The next question overwrites them.
 */
export type Told = { count: number; words: Int32Array; numbers: Float64Array; texts: Buffer }

/** The rows that the last question left, with the points of each criterion. To be called once a question. */
export function tellRows({ core, marks, pool }: Search): Told {
  const { told: words, toldKm: numbers, texts } = marks
  core.sortRows()
  const tell = pool.side === 'people' ? core.tellPeople : core.tellOffers
  return { count: tell(words.byteOffset, texts.byteOffset), words, numbers, texts }
}

/** The ids of rows told, in their order. */
export function idsTold({ count, texts }: Told): string[] {
  const all = texts.toString('latin1', 0, count * ID_TEXT_BYTES)
  const ids: string[] = []
  for (let at = 0; at < all.length; at += ID_TEXT_BYTES) ids.push(all.slice(at, at + ID_TEXT_BYTES))
  return ids
}
