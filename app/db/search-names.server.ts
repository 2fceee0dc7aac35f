import { type AskedOffers, parseAskedOffers } from '#app/domain/offer-search.ts'
import { searchWords } from '#app/domain/saved-search.ts'
import type { Db } from './client.server.ts'
import { findCommune } from './communes.server.ts'
import { findOccupation } from './occupations.server.ts'

/** What a saved search asks, its commune, and the whole in words. */
export async function readSavedQuery(db: Db, query: string) {
  const asked: AskedOffers = parseAskedOffers(new URLSearchParams(query))
  const [commune, occupation] = await Promise.all([
    asked.communeCode ? findCommune(db, asked.communeCode) : null,
    asked.occupationCode ? findOccupation(db, asked.occupationCode) : null,
  ])
  const names = { commune: commune?.name ?? null, occupation: occupation?.plainLabel ?? null }
  return { asked, commune, words: searchWords(asked, names) }
}
