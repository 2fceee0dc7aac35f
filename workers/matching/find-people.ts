import { PROXIMITY } from '#app/domain/matching/weights.ts'
import type { Ask } from './ask.ts'
import type { BlockIndex } from './block-index.ts'
import { addList, lookAround, type Search } from './search.ts'
import { startSearch, type When } from './start-search.ts'

const maxReachKm = (index: BlockIndex) => index.maxReachKm

/** Gives the core the cells of the indexes by place; false when this proximity brings nobody in. */
function looksByPlace(search: Search, proximity: number): boolean {
  if (search.core.couldEnter(proximity) === 0) return false
  lookAround(search, 'byPlace', maxReachKm)
  return true
}

/**
 * Leaves in the core the best people for an offer: occupations by falling proximity, cells by rising distance, each left out as
 * soon as nobody in it could enter.
 */
export function findPeople(search: Search, ask: Ask, when: When): void {
  const { core } = search
  if (!startSearch(search, ask, when) || ask.last < when.today) return
  const occupation = ask.projects[0]
  if (occupation === undefined) {
    if (looksByPlace(search, PROXIMITY.openOffer)) core.sweepEverybody(PROXIMITY.openOffer, 0)
    return
  }
  const wanted = search.occupations.wanted[occupation >> 2]
  if (!wanted) return
  addList(search, wanted, 0)
  lookAround(search, 'byOccupation', maxReachKm)
  core.sweepOccupations(PROXIMITY.openPerson)
  if (looksByPlace(search, PROXIMITY.openPerson)) core.sweepOpen(PROXIMITY.openPerson, 0)
  core.sweepOccupations(PROXIMITY.none)
}
