import { type Finding, FLAG_ADVICE, OFFER_FLAGS, type OfferFlag } from './offer.flags.ts'
import { TEXT_PATTERNS, type TextPattern } from './offer.text-patterns.ts'
import type { OfferContent } from './offer.ts'

/** Same length as the text, letter for letter: what is found is quoted from the text itself. */
function plain(text: string): string {
  return [...text.replace(/[’‘`´]/g, "'").replace(/[\u00a0\u202f\u2009]/g, ' ')]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return bare.length === letter.length ? bare : letter
    })
    .join('')
}

const LOOK_BACK = 80

type Passage = { flag: OfferFlag; start: number; end: number }

function passagesOf(text: string, pattern: TextPattern): Passage[] {
  const passages: Passage[] = []
  for (const match of text.matchAll(pattern.find)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (pattern.unlessAfter?.test(before)) continue
    if (pattern.unlessBefore?.test(text.slice(end, end + LOOK_BACK))) continue
    passages.push({ flag: pattern.flag, start: match.index, end })
  }
  return passages
}

const overlap = (a: Passage, b: Passage) => a.flag === b.flag && a.start < b.end && b.start < a.end

const withoutRepeats = (findings: Finding[]): Finding[] => {
  const seen = new Set<string>()
  return findings.filter(({ flag, excerpt }) => {
    const key = `${flag} ${excerpt.toLowerCase()}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/**
 * The passages of a text that somebody has to read again, in the order of the flags, each once. A flag is a question put
 * to a person, never a refusal. Sources: L1132-1, L1142-1, L5331-2, L5331-3 of the Code du travail.
 */
export function screenText(text: string): Finding[] {
  const composed = text.normalize('NFC')
  const searched = plain(composed)
  const kept: Passage[] = []
  for (const passage of TEXT_PATTERNS.flatMap((pattern) => passagesOf(searched, pattern)))
    if (!kept.some((other) => overlap(other, passage))) kept.push(passage)
  kept.sort((a, b) => OFFER_FLAGS.indexOf(a.flag) - OFFER_FLAGS.indexOf(b.flag) || a.start - b.start)
  return withoutRepeats(
    kept.map(({ flag, start, end }) => ({
      flag,
      excerpt: composed.slice(start, end).trim(),
      ...FLAG_ADVICE[flag],
    })),
  )
}

/** The passages to read again in an offer: its title, its description, and each text of its kind. */
export function screenOffer(
  content: Pick<OfferContent, 'title' | 'description' | 'pay' | 'details'>,
): Finding[] {
  const texts = [content.title, content.description, content.pay ?? '', ...Object.values(content.details)]
  return withoutRepeats(texts.flatMap((text) => (typeof text === 'string' ? screenText(text) : [])))
}

/** The flags of these findings, each once. */
export const flagsOf = (findings: readonly Finding[]): OfferFlag[] =>
  OFFER_FLAGS.filter((flag) => findings.some((finding) => finding.flag === flag))
