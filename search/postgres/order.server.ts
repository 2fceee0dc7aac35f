import type { OfferSearch } from '#search/port.ts'
import type { Parameters } from './conditions.server.ts'
import type { TextQuery } from './text-query.server.ts'

export const RECENT = 'published_at desc, offer_id'
// Weights of description, organisation and commune, occupation, title.
const WEIGHTS = `'{0, 0.2, 0.5, 1}'`

export type Ranking = 'words' | 'distance' | 'date'

/** What a search is really sorted by: without words relevance is the date, without a place distance is too. */
export function rankingOf(search: OfferSearch, text: TextQuery | null): Ranking {
  if (search.sort === 'distance' && search.near) return 'distance'
  return search.sort === 'relevance' && text ? 'words' : 'date'
}

/** How well an offer answers to the words, as SQL: less is better. */
export const wordsRank = (text: TextQuery, parameters: Parameters) =>
  `-ts_rank(${WEIGHTS}, heading, ${text.rank(parameters)})`

/** How far an offer is from the centre, as SQL that the index of places can walk along. */
export function distanceRank({ near }: OfferSearch, parameters: Parameters): string {
  const [latitude, longitude] = [near?.latitude, near?.longitude].map((value) => parameters.add(value))
  return `place <-> search.place(${latitude}::float8, ${longitude}::float8)`
}
