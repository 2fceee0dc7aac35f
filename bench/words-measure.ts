/** Words of the trade and of offices, which nobody should need to know (design: "Words"). */
export const JARGON: readonly RegExp[] = [
  /\bsoumettre\b|\bsoumis(e|es)?\b/i,
  /\bvalider\b|\bvalidation\b/i,
  /\bgéolocalis/i,
  /\bmatching\b|\bappariement/i,
  /\bbénéficiaires?\b/i,
  /\bidentifiants?\b/i,
  /\bune erreur est survenue/i,
  /\bnotifications?\b|\bsollicitations?\b/i,
  /\bsuspendue? pour\b/i,
  /\b(non )?éligibles?\b|\béligibilité/i,
  /\bmodalités?\b|\bdispositifs?\b|\bsusvisé|\bnonobstant/i,
  /\bveuillez\b|\bafin de\b|\bdans le cadre de\b|\ble cas échéant\b/i,
  /\balgorithme|\bscoring\b|\bbackend\b|\binterface\b/i,
  /\bsaisir (votre|vos|le|la|un|une)\b|\bsaisissez\b/i,
]

const SENTENCE = /[^.!?…]+[.!?…]/g
const WORD = /[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu
const VOWELS = /[aeiouyàâäéèêëîïôöùûüœæ]+/gi

/** Syllables of a French word, roughly: groups of vowels, a mute e at the end left out. */
export function syllablesOf(word: string): number {
  const spoken = word.toLowerCase().replace(/(?<=[^aeiouyàâéèêîôûù]|gu|qu)e[s]?$/, '')
  return Math.max(1, spoken.match(VOWELS)?.length ?? 0)
}

export type Measure = { words: number; sentences: number; syllables: number }

/** What texts count: sentences that end as such. Labels, which are easy, are left out: they would hide what is hard. */
export function measure(texts: readonly string[]): Measure {
  const total: Measure = { words: 0, sentences: 0, syllables: 0 }
  for (const text of texts)
    for (const sentence of text.match(SENTENCE) ?? []) {
      const words = sentence.match(WORD) ?? []
      if (words.length === 0) continue
      total.sentences += 1
      total.words += words.length
      for (const word of words) total.syllables += syllablesOf(word)
    }
  return total
}

/** Words a sentence, on average; 0 without sentences. */
export const wordsASentence = ({ words, sentences }: Measure): number =>
  sentences === 0 ? 0 : words / sentences

/**
 * Ease of reading in French after Kandel and Moles (1958): 207 − 1.015 × words a sentence − 73.6 × syllables a word. Above 60 is
 * plain, above 70 easy.
 */
export const readingEase = (counted: Measure): number =>
  counted.words === 0
    ? 100
    : 207 - 1.015 * wordsASentence(counted) - 73.6 * (counted.syllables / counted.words)
