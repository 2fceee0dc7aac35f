import { readdirSync } from 'node:fs'
import { JARGON, measure, readingEase, wordsASentence } from './words-measure.ts'
import { shownFiles, textsIn } from './words-sources.ts'

/** Sentences of a candidate's or public page have at most so many words on average (issue 5, "Candidate"). */
export const MOST_WORDS_A_SENTENCE = 12
/** And read at least so easily, by Kandel and Moles. */
export const LEAST_EASE = 60
/** The formula is made for texts of a hundred words: on a few short questions one long word decides. */
const LEAST_WORDS = 100

/** Pages of organisations and professionals, and answers that no person reads. */
const TOOLS =
  /^(accueil|administration|bureau|structure|portefeuille|personnes|healthz|readyz|fichiers|boite-d-envoi)/

/** The pages that candidates and visitors read, as files. */
export const plainPages = (): string[] =>
  readdirSync('app/routes')
    .filter((name) => name.endsWith('.tsx') && !TOOLS.test(name) && !name.startsWith('inscription.structure'))
    .sort()
    .map((name) => `app/routes/${name}`)

export type PageWords = {
  page: string
  words: number
  average: number
  ease: number
  sentences: number
  jargon: string[]
}

/** What a page says, measured. */
export function judgePage(page: string): PageWords {
  const texts = [...new Set(shownFiles(page).flatMap((file) => textsIn(file)))]
  const counted = measure(texts)
  return {
    page,
    words: counted.words,
    average: wordsASentence(counted),
    ease: readingEase(counted),
    sentences: counted.sentences,
    jargon: texts.filter((text) => JARGON.some((word) => word.test(text))),
  }
}

/** True when a page is hard to read. */
export const isHard = ({ words, average, ease, jargon }: PageWords): boolean =>
  average > MOST_WORDS_A_SENTENCE || (words >= LEAST_WORDS && ease < LEAST_EASE) || jargon.length > 0

/** Prints how each page that candidates and visitors read is written; fails when one is hard. */
export async function run(): Promise<void> {
  const pages = plainPages().map(judgePage)
  for (const { page, average, ease, sentences, jargon } of pages) {
    console.log(
      `${average.toFixed(1).padStart(5)} words  ${ease.toFixed(0).padStart(4)} ease  ${String(sentences).padStart(4)} sentences  ${page}`,
    )
    for (const text of jargon) console.log(`      jargon: ${text}`)
  }
  if (pages.some(isHard)) process.exitCode = 1
}
