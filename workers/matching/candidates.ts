/**
 * Entries that may enter, to be weighed together: where each stands, the most it could score, the most that travel could
 * bring it, and what schedule, start and contract bring it.
 */
export type Candidates = {
  count: number
  at: Int32Array
  most: Int32Array
  travel: Int32Array
  rest: Int32Array
  /** What was read ahead, so that reading ahead is not left out. */
  touched: number
}

/** How many are weighed together: enough for memory to answer many at once, few enough for the floor to rise meanwhile. */
export const MOST_CANDIDATES = 32

/** None yet. */
export const createCandidates = (): Candidates => ({
  count: 0,
  touched: 0,
  at: new Int32Array(MOST_CANDIDATES),
  most: new Int32Array(MOST_CANDIDATES),
  travel: new Int32Array(MOST_CANDIDATES),
  rest: new Int32Array(MOST_CANDIDATES),
})
