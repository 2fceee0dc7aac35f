import { STOP_WORDS } from './stop-words.ts'

const MAX_QUERY_LENGTH = 1000
const MAX_QUERY_WORDS = 12
const MAX_WORD_LENGTH = 40

/**
 * The words of a text as both sides of a search compare them: lower case, without accents, ligatures opened, split at
 * everything that is neither letter nor digit, at most 40 characters each.
 */
export function splitWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, MAX_WORD_LENGTH))
}

const isMeaningful = (word: string) => (word.length > 1 || /\p{N}/u.test(word)) && !STOP_WORDS.has(word)

/** The words of a text worth indexing: without single letters and stop words, in their order. */
export const meaningfulWords = (text: string): string[] => splitWords(text).filter(isMeaningful)

/** The words of what a person typed: the first 1,000 characters, at most 12 different meaningful words. */
export const queryWords = (text: string): string[] =>
  [...new Set(meaningfulWords(text.slice(0, MAX_QUERY_LENGTH)))].slice(0, MAX_QUERY_WORDS)

/** A word without its plural: both "vendanges" and "vendange" give "vendange". */
export const singular = (word: string): string =>
  word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word

const GENDER_ENDINGS: readonly (readonly [string, string])[] = [
  ['teur', 'trice'],
  ['eur', 'euse'],
  ['ier', 'iere'],
  ['er', 'ere'],
  ['ien', 'ienne'],
  ['on', 'onne'],
]

/** The same occupation said of the other gender: "serveuse" for "serveur", "conducteur" for "conductrice". Words come without accents. */
export function otherGenderForms(word: string): string[] {
  if (word.length < 5) return []
  const base = singular(word)
  return GENDER_ENDINGS.flatMap(([masculine, feminine]) => {
    if (base.endsWith(feminine)) return [base.slice(0, -feminine.length) + masculine]
    return base.endsWith(masculine) ? [base.slice(0, -masculine.length) + feminine] : []
  })
}
