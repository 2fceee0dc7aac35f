import { type SearchTerm, toTerms } from '#search/synonyms.ts'
import { otherGenderForms, queryWords } from '#search/words.ts'
import type { Parameters } from './conditions.server.ts'
import { readLexicon } from './read-lexicon.server.ts'

/** Writes a tsquery into a statement: the SQL of it, its words handed over as parameters. */
export type WriteQuery = (parameters: Parameters) => string

/** What a person typed: `every` asks for all the words, `some` for any of them, `rank` weighs an offer by any of them. */
export type TextQuery = { every: WriteQuery; some: WriteQuery; rank: WriteQuery; termCount: number }

const MIN_PREFIX = 3

// Words hold letters and digits only, so that quoting them is enough.
const lexeme = (word: string) => `'${word}'`
const anyOf = (parts: readonly string[]) => `(${[...new Set(parts)].join(' | ')})`

/** A term as a tsquery, each word that answers to it said once: the index weighs every mention. */
function expression({ alternatives }: SearchTerm, spelled: ReadonlyMap<string, string[]>): string {
  const spellings = (word: string) =>
    [word, ...(spelled.get(word) ?? []), ...otherGenderForms(word)].map(lexeme)
  return anyOf(
    alternatives.flatMap((words) =>
      words.length === 1
        ? words.flatMap(spellings)
        : `(${words.map((word) => anyOf(spellings(word))).join(' & ')})`,
    ),
  )
}

/** The words that the last one may be the beginning of, as a tsquery; null when there is none but itself. */
function beginning(last: string, completions: readonly string[] | null): string | null {
  if (last.length < MIN_PREFIX) return null
  // The lexicon holds no numbers. Looking words up one by one is much faster in the index than looking up a beginning.
  if (completions === null || !/\p{L}/u.test(last)) return `${lexeme(last)}:*`
  const others = completions.filter((word) => word !== last)
  return others.length > 0 ? anyOf([last, ...others].map(lexeme)) : null
}

/**
 * The tsqueries of a text: stop words dropped, mistyped words replaced by the nearest indexed words, synonyms and the
 * other gender beside each term, the last word also as a beginning. Null when the text holds no word to look for.
 */
export async function readTextQuery(text: string): Promise<TextQuery | null> {
  const typed = queryWords(text)
  const last = typed.at(-1)
  if (last === undefined) return null
  const { corrections, completions } = await readLexicon(typed)
  // A phrase is recognised as a synonym once its mistyped words are replaced by their best correction.
  const spelled = new Map([...corrections].map(([word, near]) => [near[0] ?? word, near]))
  const terms = toTerms(typed.map((word) => corrections.get(word)?.[0] ?? word))
  const before = (terms.at(-1)?.words ?? []).slice(0, -1).map(lexeme).join(' & ')
  const write =
    (operator: '&&' | '||', begun: string | null): WriteQuery =>
    (parameters) => {
      const stems = (words: string) => `to_tsquery('search.french', ${parameters.add(words)})`
      const parts = terms.map((term) => stems(expression(term, spelled)))
      if (begun) {
        const prefix = `to_tsquery('simple', ${parameters.add(begun)})`
        parts.push(`(${parts.pop()} || ${before ? `(${stems(before)} && ${prefix})` : prefix})`)
      }
      return `(${parts.join(` ${operator} `)})`
    }
  const begun = beginning(last, completions)
  return {
    every: write('&&', begun),
    some: write('||', begun),
    rank: write('||', begun && `${lexeme(last)}:*`),
    termCount: terms.length,
  }
}
