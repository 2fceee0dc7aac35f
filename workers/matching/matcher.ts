import type { MatchSide, RescoredPair, TopPair } from '#app/db/match-replacement.server.ts'
import type { IsoDate } from '#app/domain/duration.ts'

export type { MatchSide }

/** Offers to find people for, or people to find offers for. `today` is the day in Paris. */
export type Question = { side: MatchSide; ids: string[]; today: IsoDate }

/**
 * What was found for one offer or one person: `top` the best pairs, best first, `kept` every other pair already stored,
 * scored again. `isMatched` is false for an offer that is not published and for a person whose account is
 * suspended: nobody is to be proposed.
 */
export type Found = {
  id: string
  territoryId: string
  isMatched: boolean
  top: TopPair[]
  kept: RescoredPair[]
}

/** Whoever answers from the pools in memory, as fresh as the database at the instant of the question. */
export type Matcher = {
  /** Resolves once the pools are whole; rejects when they are not within the time that a job may wait. */
  ready(): Promise<void>
  /**
   * One answer for each id that still exists. Waits for the pools: nothing is ever answered from half of one. Rejects when
   * the database cannot be read, or whoever answers has died.
   */
  ask(question: Question): Promise<Found[]>
  close(): Promise<void>
}
