import type { Position } from '#app/domain/geo.ts'
import type { OfferDocument } from '#search/offer-document.ts'
import { meaningfulWords, otherGenderForms } from '#search/words.ts'

/** A document as Meilisearch stores it: with the numbers it filters and sorts by. A start as soon as possible is day 0. */
export type StoredOffer = OfferDocument & {
  _geo: { lat: number; lng: number } | null
  placeKey: string | null
  startsOnDay: number
  publishedAtMs: number
  forms: string[]
}

const DAY_MS = 86_400_000

/** Days from 1970-01-01 to an ISO date. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

/** The name of a place, exact to the last digit, and back. */
const placeKeyOf = ({ latitude, longitude }: Position) => `${latitude} ${longitude}`
export function placeOf(key: string): Position {
  const [latitude = Number.NaN, longitude = Number.NaN] = key.split(' ').map(Number)
  return { latitude, longitude }
}

/** The stored form of a document. */
export function toStoredOffer(document: OfferDocument): StoredOffer {
  const { latitude, longitude, title, occupationWords } = document
  const position = latitude !== null && longitude !== null ? { latitude, longitude } : null
  return {
    ...document,
    _geo: position && { lat: position.latitude, lng: position.longitude },
    placeKey: position && placeKeyOf(position),
    startsOnDay: document.startsOn === null ? 0 : dayNumber(document.startsOn),
    publishedAtMs: Date.parse(document.publishedAt),
    forms: [...new Set(meaningfulWords([title, ...occupationWords].join(' ')).flatMap(otherGenderForms))],
  }
}

/** The document back from its stored form. */
export function toDocument(stored: StoredOffer): OfferDocument {
  const { _geo, placeKey: _key, startsOnDay: _day, publishedAtMs: _ms, forms: _forms, ...document } = stored
  // What a search adds to a hit is not part of the document.
  return Object.fromEntries(Object.entries(document).filter(([key]) => !key.startsWith('_'))) as OfferDocument
}
