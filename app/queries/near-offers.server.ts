import { db } from '#app/db/client.server.ts'
import { listNearOfferIds } from '#app/db/near-offers.server.ts'
import type { IsoDate } from '#app/domain/duration.ts'
import { NEAR_MISS_RULE, suggestedOccupations, suggestedReachKm } from '#app/domain/matching/near-misses.ts'
import type { OccupationGraph } from '#app/domain/matching/occupation-graph.ts'
import type { MatchPerson } from '#app/domain/matching/pair.ts'
import type { Occupation } from '#app/domain/occupation.ts'

type Search = {
  territoryId: string
  today: IsoDate
  maxApplications: number
  occupations: readonly Occupation[]
  graph: OccupationGraph
}

/** The ids of the offers among which a person's near misses are looked for: the nearest in her or his occupations. */
export const findNearOfferIds = (person: MatchPerson, search: Search): Promise<string[]> =>
  listNearOfferIds(db(), {
    territoryId: search.territoryId,
    profileId: person.profileId,
    latitude: person.latitude,
    longitude: person.longitude,
    withinKm: suggestedReachKm(person),
    occupationCodes: suggestedOccupations(person, search.occupations, search.graph),
    today: search.today,
    maxApplications: search.maxApplications,
    limit: NEAR_MISS_RULE.lookedAt,
  })
