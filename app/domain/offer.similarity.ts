import { searchName } from './commune.ts'

/** Titles at least this near, in the same commune and organisation, are one offer written twice (domain: "Offers"). */
export const DUPLICATE_SIMILARITY = 0.8

function bigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of searchName(text).split(' '))
    for (let i = 0; i < word.length; i++) {
      const pair = word.length === 1 ? word : word.slice(i, i + 2)
      if (pair.length === 2 || word.length === 1) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
  return counts
}

const total = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0)

/**
 * How near two titles are, 0 to 1: the Dice coefficient on the letter pairs of their words, accents, case and punctuation
 * aside (L. R. Dice, 1945). Two titles without a letter or a digit have nothing in common: 0.
 */
export function titleSimilarity(a: string, b: string): number {
  const left = bigrams(a)
  const right = bigrams(b)
  const size = total(left) + total(right)
  if (size === 0) return 0
  let inBoth = 0
  for (const [pair, count] of left) inBoth += Math.min(count, right.get(pair) ?? 0)
  return (2 * inBoth) / size
}

type Placed = { organisationId: string | null; communeCode: string; title: string }

/** True when both are of one organisation, in one commune, with nearly the same title. */
export const isDuplicate = (a: Placed, b: Placed): boolean =>
  a.organisationId !== null &&
  a.organisationId === b.organisationId &&
  a.communeCode === b.communeCode &&
  titleSimilarity(a.title, b.title) >= DUPLICATE_SIMILARITY
