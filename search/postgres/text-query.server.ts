import { queryRows } from '#app/db/raw.server.ts'
import { type SearchTerm, toTerms } from '#search/synonyms.ts'
import { otherGenderForms, queryWords } from '#search/words.ts'
import { correctWords } from './correct-words.server.ts'

/** What a person typed as tsqueries: `every` asks for all the words, `some` for any of them and ranks. */
export type TextQuery = { every: string; some: string; termCount: number }

const MIN_PREFIX = 3

// Words hold letters and digits only, so that quoting them is enough.
const lexeme = (word: string) => `'${word}'`
const anyOf = (parts: readonly string[]) => `(${[...new Set(parts)].join(' | ')})`

function expression(term: SearchTerm, spelled: ReadonlyMap<string, string[]>): string {
  const one = (word: string) =>
    anyOf([word, ...(spelled.get(word) ?? []), ...otherGenderForms(word)].map(lexeme))
  return anyOf(term.alternatives.map((words) => `(${words.map(one).join(' & ')})`))
}

/**
 * The tsqueries of a text: stop words dropped, mistyped words replaced by the nearest indexed words, synonyms and the
 * other gender beside each term, the last word also as a prefix. Null when the text holds no word to look for.
 */
export async function readTextQuery(text: string): Promise<TextQuery | null> {
  const typed = queryWords(text)
  const last = typed.at(-1)
  if (last === undefined) return null
  const corrections = await correctWords(typed)
  // A phrase is recognised as a synonym once its mistyped words are replaced by their best correction.
  const spelled = new Map([...corrections].map(([word, near]) => [near[0] ?? word, near]))
  const terms = toTerms(typed.map((word) => corrections.get(word)?.[0] ?? word))
  const values: string[] = []
  const stems = terms.map((term) => `to_tsquery('search.french', $${values.push(expression(term, spelled))})`)
  if (last.length >= MIN_PREFIX) {
    const prefix = `to_tsquery('simple', $${values.push(`${lexeme(last)}:*`)})`
    const lastTerm = terms.at(-1)?.words ?? []
    const before = lastTerm.slice(0, -1).map(lexeme).join(' & ')
    const start = before && `to_tsquery('search.french', $${values.push(before)}) && `
    stems.push(`(${stems.pop()} || (${start}${prefix}))`)
  }
  const [row] = await queryRows<{ every: string; some: string }>(
    `select (${stems.join(' && ')})::text as every, (${stems.join(' || ')})::text as some`,
    values,
  )
  if (!row || row.every === '') return null
  return { ...row, termCount: terms.length }
}
