import { searchName } from './commune.ts'
import type { Occupation } from './occupation.ts'

/** What an occupation is called: its code and every phrase people may say for it. */
export type NamedOccupation = Pick<Occupation, 'romeCode' | 'label' | 'plainLabel' | 'synonyms'>

/** As many occupations as a list to choose from shows. */
const SHOWN = 8
const SHORTEST_STEM = 3
const SHORTEST_MISTYPED = 5
const SHORTEST_FAMILY = 5
const FAMILY_SHARE = 0.6

// Words that say nothing of the work itself.
const EMPTY_WORDS = new Set(
  'a au aux avec d dans de des du en et faire je cherche l la le les mon ou pour sur un une travail travailler boulot emploi job metier'.split(
    ' ',
  ),
)

const wordsOf = (text: string): string[] => {
  const words = searchName(text).split(' ').filter(Boolean)
  const meaningful = words.filter((word) => !EMPTY_WORDS.has(word))
  return (meaningful.length > 0 ? meaningful : words).map((word) =>
    word.length > SHORTEST_STEM ? word.replace(/[sx]$/, '') : word,
  )
}

/** True when one letter added, left out, changed or swapped with its neighbour makes one word of the other. */
export function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const rest = (text: string, from: number) => text.slice(from)
  const [left, right] = [rest(one, start), rest(other, start)]
  const swapped = (left[1] ?? '') + (left[0] ?? '') + left.slice(2)
  return (
    left.slice(1) === right ||
    left === right.slice(1) ||
    left.slice(1) === right.slice(1) ||
    (left.length > 1 && swapped === right)
  )
}

/** True when both begin alike, as "jardinage" and "jardinier" do. */
function isSameFamily(one: string, other: string): boolean {
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared++
  return shared >= SHORTEST_FAMILY && shared >= Math.max(one.length, other.length) * FAMILY_SHARE
}

function wordFit(typed: string, said: string): number {
  if (typed === said) return 1
  if (typed.length >= SHORTEST_STEM && said.startsWith(typed)) return 0.7
  if (typed.length >= SHORTEST_MISTYPED && isOneSlipAway(typed, said)) return 0.5
  return isSameFamily(typed, said) ? 0.4 : 0
}

const best = (fits: number[]) => fits.reduce((most, fit) => Math.max(most, fit), 0)

/** How well a phrase answers to typed words: the fit of each word, then how little else the phrase says. */
function phraseFit(typed: readonly string[], phrase: string): number {
  const said = wordsOf(phrase)
  const fits = typed.map((word) => best(said.map((one) => wordFit(word, one))))
  const total = fits.reduce((sum, fit) => sum + fit, 0)
  return total === 0 ? 0 : total + total / (typed.length + said.length)
}

const phrasesOf = ({ plainLabel, label, synonyms }: NamedOccupation) => [plainLabel, label, ...synonyms]

/** The occupations that answer to everyday words, best first, ties by label; at most eight. A slip of one letter is forgiven. */
export function findOccupations<T extends NamedOccupation>(typed: string, occupations: readonly T[]): T[] {
  const words = wordsOf(typed)
  if (words.length === 0) return []
  return occupations
    .map((occupation) => ({
      occupation,
      fit: best(phrasesOf(occupation).map((phrase) => phraseFit(words, phrase))),
    }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || (a.occupation.label < b.occupation.label ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ occupation }) => occupation)
}

export type OccupationChoice<T> =
  | { kind: 'found'; occupationCode: string }
  | { kind: 'several'; occupations: T[] }
  | { kind: 'unknown' }

/** The occupation meant by typed words: the only one called exactly so, else those that answer to them, to pick from. */
export function chooseOccupation<T extends NamedOccupation>(
  typed: string,
  occupations: readonly T[],
): OccupationChoice<T> {
  const key = searchName(typed)
  const [exact, other] = occupations.filter((one) => phrasesOf(one).some((said) => searchName(said) === key))
  if (key !== '' && exact && !other) return { kind: 'found', occupationCode: exact.romeCode }
  const found = findOccupations(typed, occupations)
  return found.length > 0 ? { kind: 'several', occupations: found } : { kind: 'unknown' }
}
