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

function search(text: string, pattern: TextPattern, quote: (from: number, to: number) => string): Finding[] {
  const findings: Finding[] = []
  for (const match of text.matchAll(pattern.find)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index)
    if (pattern.unlessAfter?.test(before)) continue
    if (pattern.unlessBefore?.test(text.slice(end, end + LOOK_BACK))) continue
    findings.push({
      flag: pattern.flag,
      excerpt: quote(match.index, end).trim(),
      ...FLAG_ADVICE[pattern.flag],
    })
  }
  return findings
}

/**
 * The passages of a text that somebody has to read again, in the order of the flags, each once. A flag is a question put
 * to a person, never a refusal. Sources: L1132-1, L1142-1, L5331-2, L5331-3 of the Code du travail.
 */
export function screenText(text: string): Finding[] {
  const composed = text.normalize('NFC')
  const searched = plain(composed)
  const found = TEXT_PATTERNS.flatMap((pattern) =>
    search(searched, pattern, (from, to) => composed.slice(from, to)),
  )
  const seen = new Set<string>()
  return OFFER_FLAGS.flatMap((flag) => found.filter((finding) => finding.flag === flag)).filter((finding) => {
    const key = `${finding.flag} ${finding.excerpt.toLowerCase()}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The passages to read again in an offer: its title, its description, and each text of its kind. */
export function screenOffer(
  content: Pick<OfferContent, 'title' | 'description' | 'pay' | 'details'>,
): Finding[] {
  const texts = [content.title, content.description, content.pay ?? '', ...Object.values(content.details)]
  const all = texts.flatMap((text) => (typeof text === 'string' ? screenText(text) : []))
  const seen = new Set<string>()
  return all.filter(({ flag, excerpt }) => {
    const key = `${flag} ${excerpt.toLowerCase()}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The flags of these findings, each once. */
export const flagsOf = (findings: readonly Finding[]): OfferFlag[] =>
  OFFER_FLAGS.filter((flag) => findings.some((finding) => finding.flag === flag))
