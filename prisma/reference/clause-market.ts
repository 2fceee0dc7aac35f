/** One lot of a public contract: who does the work, in which occupations, and the insertion hours planned. */
export type ClauseLot = {
  lot: string
  contractor: string
  romeCodes: string[]
  plannedHours: number
  work: string
}

/** A fictional public contract with an insertion clause. */
export type ClauseMarket = { market: string; buyer: string; share: number; lots: ClauseLot[] }

/** Shorthand of the tables of markets. */
export const lot = (
  name: string,
  contractor: string,
  romeCodes: string[],
  plannedHours: number,
  work: string,
): ClauseLot => ({
  lot: name,
  contractor,
  romeCodes,
  plannedHours,
  work,
})
