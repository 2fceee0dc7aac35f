import type { CopiedRow } from '#app/db/copied-row.server.ts'
import type { IsoDate } from '#app/domain/duration.ts'
import type { OccupationNode } from '#app/domain/matching/occupation-graph.ts'
import type { MatchOffer, MatchPerson } from '#app/domain/matching/pair.ts'
import type { RankedPair } from '#app/domain/matching/rank.ts'
import { ok, type Result, refuse } from '#app/domain/result.ts'
import { createArena } from './arena.ts'
import { readAsk } from './ask.ts'
import { encodeOffer } from './encode-offer.ts'
import { encodePerson } from './encode-person.ts'
import { createRowEncoder } from './encode-row.ts'
import { createVocabulary, dayNumber, type Faults, type Vocabulary } from './entry.ts'
import { findOffers } from './find-offers.ts'
import { findPeople } from './find-people.ts'
import { readId } from './id-table.ts'
import { indexPool, renumberPlaces } from './index-pool.ts'
import { createPlaces, orderPlaces, type Places } from './places.ts'
import { createPool, type Pool, putInPool, removeFromPool } from './pool.ts'
import { offerPairs, peoplePairs } from './ranked-pair.ts'
import { createSearch, type Search } from './search.ts'
import { tellRows } from './told.ts'

/** `today` is the day in Paris; `keep` the most pairs wanted, 0 or more. */
export type Wanted = { today: IsoDate; keep: number }

/**
 * The pool in memory: an index over the arithmetic of app/domain/matching. For the same people and offers, ranked pairs
 * are those of the domain's rankPeople and rankOffers, to the last bit. Lists count as sets, but for an offer's skills.
 * Bad input is refused (`invalid_input`, by field), and then whatever had the same id stays as it was.
 */
export type MatchingEngine = {
  /** Adds a person, or replaces the one with the same id; the next question sees the change. */
  putPerson(person: MatchPerson): Result<null>
  /** Takes a person out; true when she or he was there. */
  removePerson(profileId: string): boolean
  putOffer(offer: MatchOffer): Result<null>
  /** What puts people and offers as they come from the database. */
  putRows(): RowDoor
  removeOffer(offerId: string): boolean
  /** The best people for an offer, which need not be in the pool, best first. Distances in km, points in tenths (0–1000). */
  rankPeople(offer: MatchOffer, wanted: Wanted): Result<RankedPair[]>
  /** The best offers for a person, who need not be in the pool, best first. */
  rankOffers(person: MatchPerson, wanted: Wanted): Result<RankedPair[]>
  /** Builds the indexes now rather than at the first question. */
  index(): void
  /** How many people and offers can be matched. */
  size(): { people: number; offers: number }
  /** Everything known, for other threads to read while nothing is put or removed. */
  memory(): EngineMemory
}

/** Puts a person, or an offer that so many live applications close, from a row of a copy. Throws `UnreadableRow`. */
export type RowDoor = {
  person(row: CopiedRow): Result<null>
  offer(row: CopiedRow, maxApplications: number): Result<null>
}

/** The arrays of an engine, in shared memory, and its words. It can be posted to a thread. */
export type EngineMemory = { vocabulary: Vocabulary; places: Places; people: Pool; offers: Pool }

const remove = (pool: Pool, places: Places, id: string) => {
  const words = readId(id)
  return words !== null && removeFromPool(pool, places, words)
}

/** What a thread needs to search both pools. */
export function createSearches({ vocabulary, places, people, offers }: EngineMemory): {
  people: Search
  offers: Search
} {
  const { occupations, skills } = vocabulary
  return {
    people: createSearch({ pool: people, places, occupations, skills }),
    offers: createSearch({ pool: offers, places, occupations, skills }),
  }
}

/** An empty engine over these occupations (ROME 4.0, with their near occupations in order). */
export function createMatchingEngine(known: { occupations: readonly OccupationNode[] }): MatchingEngine {
  const arena = createArena()
  const vocabulary = createVocabulary(arena, known.occupations)
  const places = createPlaces(arena)
  const people = createPool(arena, 'people', vocabulary.occupations.numbers.size)
  const offers = createPool(arena, 'offers', vocabulary.occupations.numbers.size)
  const searches = createSearches({ vocabulary, places, people, offers })
  const index = () => {
    if (people.isIndexed) return
    const numbers = orderPlaces(places)
    for (const pool of [people, offers]) {
      renumberPlaces(pool, numbers)
      indexPool(pool, places)
    }
  }
  const put = (pool: Pool, encoded: ReturnType<typeof encodePerson>): Result<null> => {
    if (!encoded.ok) return encoded
    putInPool(pool, places, encoded.value)
    return ok(null)
  }
  return {
    putPerson: (person) => put(people, encodePerson(person, vocabulary)),
    putOffer: (offer) => put(offers, encodeOffer(offer, vocabulary)),
    putRows() {
      const encode = createRowEncoder(vocabulary)
      return {
        person: (row) => put(people, encode.person(row)),
        offer: (row, maxApplications) => put(offers, encode.offer(row, maxApplications)),
      }
    },
    removePerson: (profileId) => remove(people, places, profileId),
    removeOffer: (offerId) => remove(offers, places, offerId),
    rankPeople(offer, wanted) {
      const faults: Faults = {}
      const today = dayNumber(wanted.today, faults, 'today')
      const encoded = encodeOffer(offer, vocabulary)
      if (!encoded.ok) return encoded
      if (Object.keys(faults).length > 0) return refuse('invalid_input', faults)
      if (!encoded.value.canAsk) return ok([])
      index()
      const ask = readAsk(encoded.value, today)
      findPeople(searches.people, ask, { today, keep: wanted.keep })
      return ok(peoplePairs(tellRows(searches.people), offer.offerId))
    },
    rankOffers(person, wanted) {
      const faults: Faults = {}
      const today = dayNumber(wanted.today, faults, 'today')
      const encoded = encodePerson(person, vocabulary)
      if (!encoded.ok) return encoded
      if (Object.keys(faults).length > 0) return refuse('invalid_input', faults)
      if (!encoded.value.canAsk) return ok([])
      index()
      const ask = readAsk(encoded.value, today)
      findOffers(searches.offers, ask, { today, keep: wanted.keep })
      return ok(offerPairs(tellRows(searches.offers), person.profileId))
    },
    index,
    size: () => ({ people: people.size, offers: offers.size }),
    memory: () => ({ vocabulary, places, people, offers }),
  }
}
