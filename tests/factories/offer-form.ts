import type { OfferKind } from '#app/domain/offer.ts'
import { OFFER_DETAILS, offerContent } from './offer-content.ts'

export type RawOfferForm = Record<string, string | string[]>

const text = (value: unknown): string | string[] =>
  Array.isArray(value)
    ? value.map(String)
    : value === true
      ? 'on'
      : value === false
        ? ''
        : String(value ?? '')

/** What a browser sends for an offer of this kind, every field filled in. */
export function offerForm(kind: OfferKind = 'job', overrides: RawOfferForm = {}): RawOfferForm {
  const { details: _, communeCode: __, ...content } = offerContent(kind)
  const { kind: ___, ...details } = OFFER_DETAILS[kind]
  const fields = Object.entries({ ...content, ...details }).map(([name, value]) => [name, text(value)])
  return { ...Object.fromEntries(fields), commune: 'Laon', communeCode: '', ...overrides }
}
