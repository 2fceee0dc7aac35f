import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import { readOffers, readPeople } from './match-pool.server.ts'

/** These people as matching knows them, whatever their limits, by id. */
export const listMatchPeople = async (profileIds: readonly string[]): Promise<MatchPerson[]> =>
  (await readPeople(profileIds)).map(({ item }) => item)

/** These offers as matching knows them, whatever their state, by id. An offer with `maxApplications` live applications is not open. */
export const listMatchOffers = async (
  offerIds: readonly string[],
  maxApplications: number,
): Promise<MatchOffer[]> =>
  (await readOffers(offerIds, { get: () => maxApplications })).map(({ item }) => item)
