import type { OfferDocument } from '#search/offer-document.ts'
import { areaOf } from './cells.ts'

const DAY_MS = 86_400_000

export const dayLexeme = (day: number) => `day:${day}`
export const areaLexeme = (area: number) => `area:${area}`

/** When and where a document was published, as lexemes: its day in UTC, as the function search.day of the database, and its area. */
export const boundLexemes = ({ publishedAt, latitude, longitude }: OfferDocument): string[] => [
  dayLexeme(Math.floor(Date.parse(publishedAt) / DAY_MS)),
  ...(latitude === null || longitude === null ? [] : [areaLexeme(areaOf(latitude, longitude))]),
]
