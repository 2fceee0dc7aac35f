import type { OfferDocument } from '#search/offer-document.ts'
import { meaningfulWords } from '#search/words.ts'

const unique = (words: readonly string[]) => [...new Set(words)]

/** The words of a document: in order for its title, each once for the rest. */
export function indexedWords(document: OfferDocument) {
  const { occupationWords, organisationName, communeName, labels, description, more } = document
  return {
    title: meaningfulWords(document.title),
    occupation: unique(occupationWords.flatMap(meaningfulWords)),
    place: unique([organisationName ?? '', communeName, ...labels].flatMap(meaningfulWords)),
    description: unique(meaningfulWords(`${description} ${more}`)),
  }
}
export type IndexedWords = ReturnType<typeof indexedWords>

/** The stem of each word: stems find plurals, whole words find a last word still being typed. */
export type Stems = ReadonlyMap<string, string>

// As the parser of queries has it, a word with a digit in it has no stem.
const stemOf = (stems: Stems, word: string) => (/\p{N}/u.test(word) ? word : (stems.get(word) ?? word))

/** What a document is found by: its words and their stems, each once. */
export function lexemesOf(words: IndexedWords, stems: Stems): string[] {
  const all = [...words.title, ...words.occupation, ...words.place, ...words.description]
  return unique([...all, ...all.map((word) => stemOf(stems, word))])
}

const ZONES = [
  ['title', 'A'],
  ['occupation', 'B'],
  ['place', 'C'],
] as const

/** What a document is ranked by, as PostgreSQL writes a tsvector: stems at their places, then words at theirs, zone by zone. */
export function headingOf(words: IndexedWords, stems: Stems): string {
  const places = new Map<string, string[]>()
  let place = 0
  for (const [zone, weight] of ZONES)
    for (const lexemes of [words[zone].map((word) => stemOf(stems, word)), words[zone]])
      for (const lexeme of lexemes) {
        const known = places.get(lexeme)
        const here = `${++place}${weight}`
        if (known) known.push(here)
        else places.set(lexeme, [here])
      }
  // Words hold letters and digits only, so that quoting them is enough.
  return [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ')
}
